package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.ContactBook;
import org.centralino.conversation.history.History;
import org.centralino.conversation.message.MessageRow;
import org.centralino.conversation.message.Quotes;
import org.centralino.conversation.message.RawMessages;
import org.centralino.conversation.message.domain.MessageId;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordMessage;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.CustomerActed;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationEvent.Sender;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;

/// A batch of customers' messages: one round trip loads and locks, one writes and commits.
@ApplicationScoped
public class InboundStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    private static final String LOCK = "select " + ConversationRow.COLUMNS + """
             from conversation c join contact k on k.id = c.contact_id
            where c.contact_id in (select contact_id from contact_identity where (kind, value) in %s)
              and c.phone_number_id = any ($3)
            order by c.id for update of c""".formatted(ContactRows.KEYS);

    /// Of what was a message, and of what was none. What the phone's history has may still come live,
    /// and is new then.
    private static final String KNOWN = """
            select id, sequence < 0 as is_past from message where id = any ($1)
            union all
            select id, false from message_change where id = any ($1)""";

    private static final String ACTED = """
            insert into message_change (id, phone_number_id, platform_id, kind, changed_at, recorded_at, applied)
            select id, phone_number_id, platform_id, 'act', changed_at, $2, true
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as a (id uuid, phone_number_id text, platform_id text, changed_at timestamptz)""";

    private final Database database;
    private final Clock clock;

    InboundStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record ActRow(UUID id, String phoneNumberId, String platformId, Instant changedAt) {
        static ActRow of(MessageReceived message) {
            return new ActRow(idOf(message), message.phoneNumberId(), message.platformId(), message.sentAt());
        }
    }

    /// Records each message once, however often it is delivered: its id is derived from the platform's.
    public Uni<Void> record(List<MessageReceived> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.transaction(transaction -> {
                    var groups = messages.stream()
                            .map(MessageReceived::groupId)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList();
                    var keys = ContactRows.Keys.of(
                            messages.stream().map(MessageReceived::customer).toList(), groups);
                    // What is said in a group leaves its senders' own conversations alone.
                    var places = ContactRows.Keys.of(
                            messages.stream()
                                    .filter(message -> message.groupId() == null)
                                    .map(MessageReceived::customer)
                                    .toList(),
                            groups);
                    var numbers = messages.stream()
                            .map(MessageReceived::phoneNumberId)
                            .distinct()
                            .toArray(String[]::new);
                    var contacts = ContactRows.of(transaction, keys);
                    var conversations = transaction.ask(LOCK, places.kinds(), places.values(), numbers);
                    var known = transaction.ask(KNOWN, (Object)
                            messages.stream().map(InboundStore::idOf).distinct().toArray(UUID[]::new));
                    var quotes = Quotes.asked(transaction, messages.stream().map(MessageReceived::context), numbers);
                    return Uni.combine()
                            .all()
                            .unis(contacts, conversations, known, quotes)
                            .with((book, locked, ids, quoted) -> Written.only(
                                    record(messages, book, locked, idsIn(ids, false), idsIn(ids, true), quoted)));
                });
    }

    private List<Statement> record(
            List<MessageReceived> messages,
            ContactBook contacts,
            RowSet<Row> locked,
            Set<UUID> known,
            Set<UUID> past,
            Quotes quotes) {
        var now = clock.instant();
        var conversations = new HashMap<Place, Conversation>();
        locked.forEach(row -> {
            var conversation = ConversationRow.read(row);
            conversations.put(Place.of(conversation.state()), conversation);
        });
        var changed = new HashMap<UUID, Conversation>();
        var events = new ArrayList<Recorded>();
        var history = new ArrayList<ConversationEvent>();
        var acts = new ArrayList<ActRow>();
        for (var message : messages) {
            if (wasThere(known, idOf(message))) {
                continue;
            }
            var writer = contacts.recognise(message.customer(), message.sentAt());
            var groupId = message.groupId();
            var contact = (groupId == null ? writer : contacts.recogniseGroup(groupId, null, message.sentAt())).shown();
            var place = new Place(message.phoneNumberId(), contact.id());
            var conversation = conversations.get(place);
            if (conversation == null) {
                var opened =
                        Conversation.open(UUID.randomUUID(), message.phoneNumberId(), contact, message.sentAt(), now);
                events.add(opened);
                conversation = Conversation.of(opened);
            }
            conversation = conversation.knownAs(contact);
            var isFirst = conversation.state().waitingSince() == null;
            for (var fact : conversation.accept(new RecordMessage(
                    idOf(message),
                    message.platformId(),
                    message.sentAt(),
                    message.content(),
                    message.context(),
                    quotes.quoted(conversation.id(), message.context()),
                    message.standby(),
                    groupId == null ? null : new Sender(writer.id(), writer.name()),
                    now))) {
                events.add(fact);
                quotes.add(fact);
                if (fact instanceof CustomerActed) {
                    acts.add(ActRow.of(message));
                }
                conversation = conversation.after(fact);
                if (isFirst || !(fact instanceof ConversationEvent.MessageReceived)) {
                    history.add(fact);
                }
            }
            conversations.put(place, conversation);
            changed.put(conversation.id(), conversation);
        }
        return Stream.of(
                        ContactRows.write(contacts, now),
                        ConversationRow.write(changed.values()),
                        MessageRow.cameLive(past),
                        MessageRow.received(events),
                        RawMessages.kept(messages),
                        acted(acts, now),
                        History.ofConversations(history),
                        OUTBOX.append(events))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Statement> acted(List<ActRow> acts, Instant now) {
        return acts.isEmpty()
                ? List.of()
                : List.of(Statement.of(ACTED, Rows.asJson(acts), now.atOffset(ZoneOffset.UTC)));
    }

    /// Notes the message, and tells whether it was noted before.
    private static boolean wasThere(Set<UUID> known, UUID message) {
        return !known.add(message);
    }

    private static UUID idOf(MessageReceived message) {
        return MessageId.of(message.phoneNumberId(), message.platformId());
    }

    private static Set<UUID> idsIn(RowSet<Row> rows, boolean past) {
        var ids = new HashSet<UUID>();
        for (var row : rows) {
            if (row.getBoolean("is_past") == past) {
                ids.add(row.getUUID("id"));
            }
        }
        return ids;
    }
}
