package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.ContactBook;
import org.centralino.conversation.history.History;
import org.centralino.conversation.message.MessageRow;
import org.centralino.conversation.message.Quotes;
import org.centralino.conversation.message.RawMessages;
import org.centralino.conversation.message.domain.MessageId;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordEcho;
import org.centralino.conversation.thread.domain.ConversationCommand.Unanswered;
import org.centralino.events.ConversationEvent.MessageEchoed;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// What somebody else wrote in the business's name, on its phone or by another application, in one
/// transaction of two round trips.
///
/// The platform may tell us in this way what we sent ourselves. That is known by the platform's name of
/// it, which our sending tells us at about the same time: then it is waited for.
@ApplicationScoped
public class EchoStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    private static final String CONCERNED = """
            c.contact_id in (select contact_id from contact_identity where (kind, value) in %s)
              and c.phone_number_id = $3""".formatted(ContactRows.KEYS);

    private static final String LOCK = "select " + ConversationRow.COLUMNS + """
             from conversation c join contact k on k.id = c.contact_id where %s
            order by c.id for update of c""".formatted(CONCERNED);

    private static final String KNOWN = """
            select from message where (id = $1 or platform_id = $2 and phone_number_id = $3) and sequence > 0""";

    /// The first message of the customer's that was written after it and needs an answer.
    private static final String UNANSWERED = """
            select c.id, i.sequence, i.came_at from conversation c cross join lateral (
              select sequence, came_at from message m
              where m.conversation_id = c.id and m.direction = 'INBOUND' and not m.quiet
                and m.sequence > c.answered_through and m.platform_at > $4
              order by m.sequence limit 1) i
            where %s""".formatted(CONCERNED);

    private final Database database;
    private final Clock clock;

    EchoStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Records it once, however often it is delivered.
    public Uni<Void> record(WhatsAppEvent.MessageEchoed echo) {
        return NameOnItsWay.waitedFor(mayWait -> record(echo, mayWait));
    }

    /// @return whether it has to wait
    private Uni<Boolean> record(WhatsAppEvent.MessageEchoed echo, boolean mayWait) {
        return database.transaction(transaction -> find(transaction, echo).map(found -> {
            var mayBeOurs = mayWait && found.unnamed();
            return found.known() || mayBeOurs
                    ? Written.nothing(mayBeOurs && !found.known())
                    : new Written<>(false, written(echo, found));
        }));
    }

    /// What the tables know of it and around it.
    private record Found(
            ContactBook contacts,
            RowSet<Row> locked,
            boolean known,
            RowSet<Row> unanswered,
            boolean unnamed,
            Quotes quotes) {
        @Nullable
        Unanswered unansweredIn(UUID conversation) {
            return StreamSupport.stream(unanswered.spliterator(), false)
                    .filter(row -> row.getUUID("id").equals(conversation))
                    .map(row -> new Unanswered(
                            row.getLong("sequence"),
                            row.getOffsetDateTime("came_at").toInstant()))
                    .findFirst()
                    .orElse(null);
        }
    }

    private Uni<Found> find(Transaction transaction, WhatsAppEvent.MessageEchoed echo) {
        var keys = ContactRows.Keys.of(List.of(echo.customer()));
        var number = echo.phoneNumberId();
        var contacts = ContactRows.of(transaction, keys);
        var locked = transaction.ask(LOCK, keys.kinds(), keys.values(), number);
        var known = transaction.ask(KNOWN, idOf(echo), echo.platformId(), number);
        var unanswered = transaction.ask(
                UNANSWERED, keys.kinds(), keys.values(), number, echo.sentAt().atOffset(ZoneOffset.UTC));
        var numbers = new String[] {number};
        var unnamed = NameOnItsWay.isAwaited(transaction, keys, numbers, List.of(echo.content()), clock.instant());
        var quotes = Quotes.asked(transaction, Stream.ofNullable(echo.context()), numbers);
        return Uni.combine()
                .all()
                .unis(contacts, locked, known, unanswered, unnamed, quotes)
                .with((book, rows, ids, waiting, ours, quoted) ->
                        new Found(book, rows, ids.size() > 0, waiting, ours, quoted));
    }

    private List<Statement> written(WhatsAppEvent.MessageEchoed echo, Found found) {
        var now = clock.instant();
        var events = new ArrayList<Recorded>();
        var contact = found.contacts().recognise(echo.customer(), echo.sentAt()).shown();
        var before = StreamSupport.stream(found.locked().spliterator(), false)
                .map(ConversationRow::read)
                .filter(it -> it.state().contact().id().equals(contact.id()))
                .findFirst()
                .orElseGet(() -> {
                    var opened =
                            Conversation.open(UUID.randomUUID(), echo.phoneNumberId(), contact, echo.sentAt(), now);
                    events.add(opened);
                    return Conversation.of(opened);
                })
                .knownAs(contact);
        var said = (MessageEchoed) before.accept(new RecordEcho(
                        idOf(echo),
                        echo.platformId(),
                        echo.speaker(),
                        echo.sentAt(),
                        echo.content(),
                        echo.context(),
                        found.quotes().quoted(before.id(), echo.context()),
                        found.unansweredIn(before.id()),
                        now))
                .getFirst();
        events.add(said);
        return Stream.of(
                        ContactRows.write(found.contacts(), now),
                        ConversationRow.write(List.of(before.after(said))),
                        MessageRow.cameLive(List.of(said.messageId())),
                        MessageRow.echoed(said, before.answeredThrough()),
                        RawMessages.kept(List.of(echo)),
                        History.ofConversations(events),
                        OUTBOX.append(events))
                .flatMap(List::stream)
                .toList();
    }

    private static UUID idOf(WhatsAppEvent.MessageEchoed echo) {
        return MessageId.of(echo.phoneNumberId(), echo.platformId());
    }
}
