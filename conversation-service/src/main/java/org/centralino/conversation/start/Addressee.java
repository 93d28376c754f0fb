package org.centralino.conversation.start;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centralino.conversation.addressbook.ContactQueries;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.Contact;
import org.centralino.conversation.contact.domain.ContactBook;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.phone.TypedPhone;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// To whom an operator wants to write first: a contact, or a phone number.
sealed interface Addressee {

    /// Somebody of the address book.
    record Known(UUID contactId) implements Addressee {}

    /// A number that somebody typed; whether anybody is known by it is found out.
    ///
    /// @param digits with the country's code
    record Typed(String digits) implements Addressee {
        private Customer customer() {
            return new Customer(null, null, digits, null, null);
        }
    }

    /// Who it is.
    ///
    /// @param contact empty when nobody is known by the number
    /// @param book in which he can be taken down; empty when there is nothing to take down
    record Found(Optional<Contact> contact, Optional<ContactBook> book) {}

    /// @param to a phone number as it was typed
    /// @return fails with a problem unless one of the two says who is meant
    static Addressee of(@Nullable UUID contactId, @Nullable String to) {
        if ((contactId == null) == (to == null)) {
            throw Problem.invalid("Say who is meant: either contactId or to.").asException();
        }
        return contactId != null
                ? new Known(contactId)
                : new Typed(TypedPhone.digits(to)
                        .orElseThrow(() -> Problem.invalid(
                                        "to is no phone number. Write it with the code of its country, such as +39 347 123 4567.")
                                .asException()));
    }

    /// @return who it is; fails with a problem when he cannot be written to
    default Uni<Found> find(Transaction transaction, Visibility visibility) {
        return switch (this) {
            case Known(var contactId) ->
                ContactQueries.person(transaction, contactId, visibility)
                        .chain(person -> ContactRows.one(transaction, person.getUUID("id")))
                        .map(contact -> new Found(Optional.of(reachable(contact)), Optional.empty()));
            case Typed typed ->
                ContactRows.of(transaction, ContactRows.Keys.of(List.of(typed.customer())))
                        .map(book -> new Found(book.known(typed.customer()), Optional.of(book)));
        };
    }

    /// Takes down who it is, if he is new.
    ///
    /// @return the contact, and what writes him down
    default Written written(Found found, Instant at) {
        return switch (this) {
            case Known _ -> new Written(found.contact().orElseThrow(), List.of());
            case Typed typed -> {
                var book = found.book().orElseThrow();
                var contact = book.recognise(typed.customer(), at);
                yield new Written(contact, ContactRows.write(book, at));
            }
        };
    }

    /// A contact, and what writes him down.
    record Written(Contact contact, List<Statement> statements) {}

    /// He may be known as several contacts, and have a conversation as any of them.
    String CONVERSATION = """
            select c.id, %s as is_visible from conversation c join contact m on m.id = c.contact_id
            where $1::uuid is not null and c.phone_number_id = $3 and coalesce(m.merged_into, m.id) =
              (select coalesce(asked.merged_into, asked.id) from contact asked where asked.id = $2)
            order by c.last_activity_at desc limit 1""";

    /// @return completes when there is no conversation with him; else fails with the problem that leads to it
    static Uni<Void> refuseSecond(
            Transaction transaction, Optional<Contact> contact, String phoneNumberId, Visibility visibility) {
        return contact.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .ask(
                                CONVERSATION.formatted(visibility.condition("c", "$1")),
                                visibility.operator(),
                                contact.get().id(),
                                phoneNumberId)
                        .invoke(rows -> rows.forEach(row -> {
                            throw thereIsOne(row).asException();
                        }))
                        .replaceWithVoid();
    }

    private static Problem thereIsOne(Row row) {
        var problem = Problem.of(
                409,
                "conversation-exists",
                "There is a conversation with this customer",
                row.getBoolean("is_visible")
                        ? "Open it and write there: a template can be sent in it at any time."
                        : "A colleague has it, and you may not see it. Ask who leads your team.");
        return row.getBoolean("is_visible") ? problem.with("conversationId", row.getUUID("id")) : problem;
    }

    private static Contact reachable(Contact contact) {
        if (contact.isGroup()) {
            throw Problem.invalid("contactId is a group. Templates can be sent to people only.")
                    .asException();
        }
        if (contact.phone() == null && contact.bsuid() == null) {
            throw Problem.of(
                            409,
                            "contact-unreachable",
                            "This contact cannot be reached",
                            "No number is known any more under which WhatsApp reaches this customer.")
                    .asException();
        }
        return contact;
    }
}
