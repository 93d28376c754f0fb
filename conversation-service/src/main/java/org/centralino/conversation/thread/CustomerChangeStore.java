package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.Contact;
import org.centralino.conversation.contact.domain.ContactBook;
import org.centralino.events.ConversationEvent.CustomerActed.Act;
import org.centralino.events.WhatsAppEvent.CustomerChanged;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;

/// A customer has other keys, or another device: a line in each of his conversations, and no conversation of its own.
@ApplicationScoped
public class CustomerChangeStore {
    private static final String LOCK = "select " + ConversationRow.COLUMNS + """
            , exists (select from history_entry h where h.conversation_id = c.id and h.at = $3
                and h.kind like 'customer-%%') as was_told
             from conversation c join contact k on k.id = c.contact_id
            where c.contact_id in (select contact_id from contact_identity where (kind, value) in %s)
            order by c.id for update of c""".formatted(ContactRows.KEYS);

    private final Database database;
    private final Clock clock;

    CustomerChangeStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Takes it down once, however often and in whichever form it is told.
    public Uni<Void> record(CustomerChanged change) {
        return database.transaction(transaction -> {
            var keys = ContactRows.Keys.of(List.of(change.customer(), change.now()));
            var contacts = ContactRows.of(transaction, keys);
            var conversations = transaction.ask(
                    LOCK, keys.kinds(), keys.values(), change.sentAt().atOffset(ZoneOffset.UTC));
            return Uni.combine()
                    .all()
                    .unis(contacts, conversations)
                    .asTuple()
                    .chain(both -> record(transaction, change, both.getItem1(), both.getItem2()))
                    .map(Written::only);
        });
    }

    private Uni<List<Statement>> record(
            Transaction transaction, CustomerChanged change, ContactBook book, RowSet<Row> locked) {
        var now = clock.instant();
        var told = new HashSet<UUID>();
        locked.forEach(row -> {
            if (wasTold(row)) {
                told.add(ConversationRow.read(row).id());
            }
        });
        var conversations = new LockedConversations(locked);
        contactOf(change, book)
                .ifPresent(contact -> conversations.tell(
                        before -> before.state().contact().id().equals(contact.id())
                                        && (isOfKeys(change) || !told.contains(before.id()))
                                ? Optional.of(
                                        before.knownAs(contact.shown()).acted(actOf(change), change.sentAt(), now))
                                : Optional.empty()));
        var contacts = ContactRows.write(book, now);
        return book.joined().isEmpty()
                ? Uni.createFrom()
                        .item(() -> Stream.of(contacts, conversations.statements())
                                .flatMap(List::stream)
                                .toList())
                : ConsentsTold.around(transaction, conversations, () -> transaction.carryOut(contacts), now)
                        .map(_ -> conversations.statements());
    }

    /// @return who has something new in his history
    private static Optional<Contact> contactOf(CustomerChanged change, ContactBook book) {
        return isOfKeys(change) ? book.succeed(change) : book.known(change.customer());
    }

    private static boolean isOfKeys(CustomerChanged change) {
        return switch (change.what()) {
            case NUMBER, IDENTITY -> true;
            case DEVICE, OTHER -> false;
        };
    }

    /// Other changes leave nothing by which they would be known again.
    private static boolean wasTold(Row row) {
        return row.getBoolean("was_told");
    }

    private static Act actOf(CustomerChanged change) {
        return switch (change.what()) {
            case NUMBER -> Act.CHANGED_NUMBER;
            case IDENTITY -> Act.CHANGED_IDENTITY;
            case DEVICE -> Act.CHANGED_DEVICE;
            case OTHER -> Act.OTHER;
        };
    }
}
