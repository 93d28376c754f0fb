package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.conversation.ConversationConfig;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.ContactBook;
import org.centralino.conversation.message.Quotes;
import org.centralino.conversation.message.RawMessages;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recorded;
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
        return kept.isEmpty() ? Uni.createFrom().voidItem() : NameOnItsWay.waitedFor(mayWait -> record(kept, mayWait));
    }

    private Collection<MessageSynced> kept(List<MessageSynced> told, Instant now) {
        var since = config.keepMessages().map(now::minus).orElse(Instant.MIN);
        return told.stream()
                .filter(message -> message.sentAt().isAfter(since))
                .collect(Collectors.toMap(Name::of, message -> message, SyncWriting::withFile, LinkedHashMap::new))
                .values();
    }

    /// @return whether it has to wait
    private Uni<Boolean> record(Collection<MessageSynced> messages, boolean mayWait) {
        return database.transaction(transaction -> find(transaction, messages)
                .map(found -> mayWait && found.unnamed()
                        ? Written.nothing(true)
                        : new Written<>(false, written(messages, found))));
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
        var quotes = Quotes.asked(transaction, messages.stream().map(MessageSynced::context), numbers);
        var unnamed = NameOnItsWay.isAwaited(transaction, keys, numbers, justSent(messages), clock.instant());
        return Uni.combine()
                .all()
                .unis(contacts, locked, known, lowest, quotes, unnamed)
                .with(Found::new);
    }

    /// Most of what is handed over is older.
    private List<Content> justSent(Collection<MessageSynced> messages) {
        var since = clock.instant().minus(NameOnItsWay.JUST_NOW);
        return messages.stream()
                .filter(message -> message.ours() && message.sentAt().isAfter(since))
                .map(MessageSynced::content)
                .toList();
    }

    private List<Statement> written(Collection<MessageSynced> messages, Found found) {
        var now = clock.instant();
        var writing = new SyncWriting(found, now);
        messages.stream().sorted(SyncWriting.OLDEST_FIRST).forEach(writing::hear);
        return Stream.of(
                        ContactRows.write(found.contacts(), now),
                        writing.statements(),
                        RawMessages.kept(messages),
                        OUTBOX.append(writing.events()))
                .flatMap(List::stream)
                .toList();
    }
}
