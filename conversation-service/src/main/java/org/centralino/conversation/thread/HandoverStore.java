package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
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
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordHandover;
import org.centralino.events.ConversationEvent.HandedOver;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// Who answers a customer, as the platform tells it: another application, or we.
@ApplicationScoped
public class HandoverStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    private static final String LOCK = "select " + ConversationRow.COLUMNS + """
            , exists (select from history_entry h where h.conversation_id = c.id and h.at = $4
                and h.kind like 'handed-over%%') as was_told,
              (select max(m.sequence) from message m where m.conversation_id = c.id and m.direction = 'INBOUND')
                as newest_of_customer
             from conversation c join contact k on k.id = c.contact_id
            where c.contact_id in (select contact_id from contact_identity where (kind, value) in %s)
              and c.phone_number_id = $3
            order by c.id for update of c""".formatted(ContactRows.KEYS);

    private final Database database;
    private final Clock clock;

    HandoverStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Takes it down once, however often it is told. Of two, the later one is right, whichever comes
    /// first.
    public Uni<Void> record(WhatsAppEvent.HandedOver handover) {
        return database.transaction(transaction -> {
            var keys = ContactRows.Keys.of(List.of(handover.customer()));
            var contacts = ContactRows.of(transaction, keys);
            var conversations = transaction.ask(
                    LOCK,
                    keys.kinds(),
                    keys.values(),
                    handover.phoneNumberId(),
                    handover.sentAt().atOffset(ZoneOffset.UTC));
            return Uni.combine()
                    .all()
                    .unis(contacts, conversations)
                    .with((book, locked) -> Written.only(record(handover, book, locked)));
        });
    }

    private List<Statement> record(WhatsAppEvent.HandedOver handover, ContactBook book, RowSet<Row> locked) {
        var now = clock.instant();
        var contact = book.recognise(handover.customer(), handover.sentAt()).shown();
        var row = StreamSupport.stream(locked.spliterator(), false)
                .filter(it -> it.getUUID("contact_id").equals(contact.id()))
                .findFirst();
        if (row.filter(it -> it.getBoolean("was_told")).isPresent()) {
            return List.of();
        }
        var events = new ArrayList<Recorded>();
        var conversation = row.map(ConversationRow::read)
                .orElseGet(() -> {
                    var opened = Conversation.open(
                            UUID.randomUUID(), handover.phoneNumberId(), contact, handover.sentAt(), now);
                    events.add(opened);
                    return Conversation.of(opened);
                })
                .knownAs(contact);
        var newest = row.map(it -> it.getLong("newest_of_customer")).orElse(null);
        for (var fact : conversation.accept(command(handover, newest, now))) {
            events.add(fact);
            conversation = conversation.after(fact);
        }
        return events.isEmpty()
                ? List.of()
                : Stream.of(
                                ContactRows.write(book, now),
                                ConversationRow.write(List.of(conversation)),
                                called(events),
                                History.ofConversations(events),
                                OUTBOX.append(events))
                        .flatMap(List::stream)
                        .toList();
    }

    private static RecordHandover command(WhatsAppEvent.HandedOver handover, @Nullable Long newest, Instant now) {
        return new RecordHandover(
                handover.taken(),
                handover.from(),
                handover.to(),
                handover.words(),
                handover.summary(),
                newest,
                handover.sentAt(),
                now);
    }

    private static List<Statement> called(List<Recorded> events) {
        return events.stream()
                .filter(HandedOver.class::isInstance)
                .flatMap(it -> MessageRow.handedOver((HandedOver) it).stream())
                .toList();
    }
}
