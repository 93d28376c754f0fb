package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.Contact;
import org.centralino.conversation.contact.domain.ContactBook;
import org.centralino.conversation.contact.domain.ShownName;
import org.centralino.events.WhatsAppEvent.PhoneContactChanged;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.jspecify.annotations.Nullable;

/// How the address book of the phone beside a number calls people. Whom nobody knows yet is written
/// down, without a conversation; who is taken out there loses that name and nothing else. What was told
/// of an earlier time changes nothing.
@ApplicationScoped
public class PhoneBookStore {
    private static final String LOCK = "select " + ConversationRow.COLUMNS + """
             from conversation c join contact k on k.id = c.contact_id
            where c.contact_id in (select contact_id from contact_identity where (kind, value) in %s)
            order by c.id for update of c""".formatted(ContactRows.KEYS);

    private static final String TOLD = "select phone_book_at from contact where id = $1";

    private static final String NAME = """
            update contact set phone_book_name = $2, phone_book_at = $3, name = $4 where id = $1""";

    private final Database database;
    private final Clock clock;

    PhoneBookStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Takes it down, and tells it where it changes how somebody is called.
    public Uni<Void> record(PhoneContactChanged change) {
        return database.transaction(transaction -> {
            var keys = ContactRows.Keys.of(List.of(change.customer()));
            var locked = transaction.ask(LOCK, keys.kinds(), keys.values());
            return ContactRows.of(transaction, keys)
                    .chain(book -> locked.chain(rows -> concerned(change, book)
                            .map(contact -> toldOf(transaction, contact)
                                    .map(before -> before != null && before.isAfter(change.changedAt())
                                            ? Written.only(List.of())
                                            : Written.only(written(change, book, contact, rows))))
                            .orElseGet(() -> Uni.createFrom().item(Written.only(List.of())))));
        });
    }

    /// @return who it is; nothing when the one who is taken out was never known
    private static Optional<Contact> concerned(PhoneContactChanged change, ContactBook book) {
        return change.name() == null
                ? book.known(change.customer())
                : Optional.of(book.recognise(change.customer(), change.changedAt()));
    }

    private static Uni<@Nullable Instant> toldOf(Transaction transaction, Contact contact) {
        return transaction.ask(TOLD, contact.id()).map(rows -> {
            var known = rows.iterator();
            return known.hasNext() ? Rows.instant(known.next(), "phone_book_at") : null;
        });
    }

    private List<Statement> written(PhoneContactChanged change, ContactBook book, Contact contact, RowSet<Row> locked) {
        var now = clock.instant();
        var named = contact.calledByPhone(ShownName.tidy(change.name()));
        var called = named.shown().equals(contact.shown())
                ? List.<Statement>of()
                : ContactsTold.of(locked, Map.of(named.id(), named), now);
        return Stream.of(
                        ContactRows.write(book, now),
                        List.of(Statement.of(
                                NAME,
                                named.id(),
                                named.phoneBookName(),
                                change.changedAt().atOffset(ZoneOffset.UTC),
                                named.name())),
                        called)
                .flatMap(List::stream)
                .toList();
    }
}
