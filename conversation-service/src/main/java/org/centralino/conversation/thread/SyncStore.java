package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.conversation.ConversationConfig;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.ContactBook;
import org.centralino.conversation.message.Documents;
import org.centralino.conversation.message.MessageRow;
import org.centralino.conversation.message.Quotes;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.MessageContext;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.MessageSynced;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;

/// What the phone hands over of the time before, a batch in one transaction: one round trip loads and
/// locks, one writes and commits.
///
/// Among it may be what we sent ourselves a moment ago, as [EchoStore] says of its own.
@ApplicationScoped
public class SyncStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int LOOKS = 10;
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private static final String CONCERNED = """
            c.contact_id in (select contact_id from contact_identity where (kind, value) in %s)
              and c.phone_number_id = any ($3)""".formatted(ContactRows.KEYS);

    private static final String LOCK = "select " + ConversationRow.COLUMNS + """
             from conversation c join contact k on k.id = c.contact_id where %s
            order by c.id for update of c""".formatted(CONCERNED);

    private static final String KNOWN = """
            select phone_number_id, platform_id, id, conversation_id, sequence, status, platform_at,
              context::text as context,
              sequence < 0 and coalesce(content ->> 'platformType' = 'media_placeholder', false) as lacks_file
            from message where platform_id = any ($1) and phone_number_id = any ($2)""";

    private static final String LOWEST = """
            select c.id, m.sequence from conversation c cross join lateral (
              select sequence from message where conversation_id = c.id order by sequence limit 1) m
            where %s""".formatted(CONCERNED);

    /// A message of ours that says the same and is just being sent: the platform's name of it is on its
    /// way.
    private static final String UNNAMED = """
            select from conversation c join message m on m.conversation_id = c.id
            where %s and m.direction = 'OUTBOUND' and m.platform_id is null and m.status in ('QUEUED', 'UNKNOWN')
              and m.content = any (cast($4::text[] as jsonb[])) and m.recorded_at > $5
            limit 1""".formatted(CONCERNED);

    private final Database database;
    private final ConversationConfig config;
    private final Clock clock;

    SyncStore(Database database, ConversationConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /// What the platform calls a message of one of our numbers.
    record Name(String phoneNumberId, String platformId) {
        static Name of(MessageSynced message) {
            return new Name(message.phoneNumberId(), message.platformId());
        }
    }

    /// What the tables know of them and around them.
    ///
    /// @param unnamed whether one of them may be what we are just sending
    record Found(
            ContactBook contacts,
            RowSet<Row> locked,
            RowSet<Row> known,
            RowSet<Row> lowest,
            Quotes quotes,
            boolean unnamed) {}

    /// Records each message once, however often and by whichever way it is delivered. What is older
    /// than messages are kept is not written down.
    public Uni<Void> record(List<MessageSynced> told) {
        var kept = kept(told, clock.instant());
        return kept.isEmpty() ? Uni.createFrom().voidItem() : record(kept, LOOKS);
    }

    private Collection<MessageSynced> kept(List<MessageSynced> told, Instant now) {
        var since = config.keepMessages().map(now::minus).orElse(Instant.MIN);
        return told.stream()
                .filter(message -> message.sentAt().isAfter(since))
                .collect(Collectors.toMap(Name::of, message -> message, SyncWriting::withFile, LinkedHashMap::new))
                .values();
    }

    private Uni<Void> record(Collection<MessageSynced> messages, int looks) {
        return database.<Boolean>transaction(transaction -> find(transaction, messages)
                        .map(found -> looks > 0 && found.unnamed()
                                ? Written.nothing(true)
                                : new Written<>(false, written(messages, found))))
                .chain(isAwaited -> isAwaited
                        ? Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(LOOK_AGAIN)
                                .chain(() -> record(messages, looks - 1))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Found> find(Transaction transaction, Collection<MessageSynced> messages) {
        var keys = ContactRows.Keys.of(
                messages.stream().map(MessageSynced::customer).distinct().toList());
        var numbers =
                messages.stream().map(MessageSynced::phoneNumberId).distinct().toArray(String[]::new);
        var names = messages.stream().map(MessageSynced::platformId).toArray(String[]::new);
        var contacts = ContactRows.of(transaction, keys);
        var locked = transaction.ask(LOCK, keys.kinds(), keys.values(), numbers);
        var known = transaction.ask(KNOWN, names, numbers);
        var lowest = transaction.ask(LOWEST, keys.kinds(), keys.values(), numbers);
        var quotes = transaction
                .ask(MessageRow.QUOTABLE, answered(messages), numbers)
                .map(Quotes::of);
        var unnamed = unnamed(transaction, keys, numbers, messages);
        return Uni.combine()
                .all()
                .unis(contacts, locked, known, lowest, quotes, unnamed)
                .with(Found::new);
    }

    /// Most of what is handed over is older, and then nobody is asked.
    private Uni<Boolean> unnamed(
            Transaction transaction, ContactRows.Keys keys, String[] numbers, Collection<MessageSynced> messages) {
        var since = clock.instant().minus(JUST_NOW);
        var contents = messages.stream()
                .filter(message -> message.ours() && message.sentAt().isAfter(since))
                .map(message -> Documents.write(message.content()))
                .toArray(String[]::new);
        return contents.length == 0
                ? Uni.createFrom().item(false)
                : transaction
                        .ask(UNNAMED, keys.kinds(), keys.values(), numbers, contents, since.atOffset(ZoneOffset.UTC))
                        .map(rows -> rows.size() > 0);
    }

    private static String[] answered(Collection<MessageSynced> messages) {
        return messages.stream()
                .map(MessageSynced::context)
                .filter(Objects::nonNull)
                .map(MessageContext::answers)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
    }

    private List<Statement> written(Collection<MessageSynced> messages, Found found) {
        var now = clock.instant();
        var writing = new SyncWriting(found, now);
        messages.stream().sorted(SyncWriting.OLDEST_FIRST).forEach(writing::hear);
        return Stream.of(
                        ContactRows.write(found.contacts(), now), writing.statements(), OUTBOX.append(writing.events()))
                .flatMap(List::stream)
                .toList();
    }
}
