package org.centralino.conversation.contact;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.contact.domain.Recognition;
import org.centralino.conversation.contact.domain.Recognition.Key;
import org.centralino.conversation.contact.domain.Recognition.Kind;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationState.Contact;
import org.centralino.events.WhatsAppEvent.Customer;
import org.hibernate.reactive.mutiny.Mutiny;

/// The contacts behind a batch of messages: loaded at once, recognised or made in memory, written with the
/// batch.
public final class Contacts {
    private final Mutiny.Session session;
    private final Map<Key, ContactIdentityRow> identities;
    private final Map<Key, UUID> owners;
    private final Map<UUID, ContactRow> contacts;
    private final Map<UUID, String> bsuids;
    private final List<ContactRow> made = new ArrayList<>();
    private final List<ContactIdentityRow> learnt = new ArrayList<>();

    private Contacts(Mutiny.Session session, List<ContactIdentityRow> identities, List<ContactRow> contacts) {
        this.session = session;
        this.identities = new HashMap<>(identities.stream().collect(toMap(ContactIdentityRow::key, row -> row)));
        this.contacts = new HashMap<>(contacts.stream().collect(toMap(row -> row.id, row -> row)));
        this.owners = new HashMap<>(identities.stream().collect(toMap(ContactIdentityRow::key, row -> row.contactId)));
        this.bsuids = new HashMap<>();
        identities.stream()
                .filter(row -> row.key().kind() == Kind.BSUID)
                .forEach(row -> bsuids.put(row.contactId, row.value));
    }

    /// Loads whoever these customers may be.
    public static Uni<Contacts> of(Mutiny.Session session, Collection<Customer> customers) {
        var values = customers.stream()
                .flatMap(customer -> Recognition.keysOf(customer).stream())
                .map(Key::value)
                .distinct()
                .toList();
        return session.createSelectionQuery("""
                        from ContactIdentityRow where contactId in (
                          select contactId from ContactIdentityRow where value in :values)""", ContactIdentityRow.class)
                .setParameter("values", values)
                .getResultList()
                .chain(identities -> session.createSelectionQuery("from ContactRow where id in :ids", ContactRow.class)
                        .setParameter(
                                "ids",
                                identities.stream()
                                        .map(row -> row.contactId)
                                        .distinct()
                                        .toList())
                        .getResultList()
                        .map(contacts -> new Contacts(session, identities, contacts)));
    }

    /// Recognises a customer or makes a new contact, and takes down what his message tells about him. In
    /// memory: a batch has many customers.
    public Contact recognise(Customer customer, Instant now) {
        return switch (Recognition.of(customer, owners, bsuids)) {
            case Recognition.Known(var contactId, var keys) -> take(contacts.get(contactId), customer, keys);
            case Recognition.New(var keys) -> {
                var contact = new ContactRow();
                contact.id = UUID.randomUUID();
                contact.name = Recognition.nameOf(customer);
                contact.createdAt = now;
                contacts.put(contact.id, contact);
                made.add(contact);
                yield take(contact, customer, keys);
            }
        };
    }

    /// Writes who is new. Nobody may be recognised afterwards.
    public Uni<Void> write() {
        return session.persistAll(made.toArray()).chain(() -> session.persistAll(learnt.toArray()));
    }

    /// @return where to send a message for this contact
    public static Uni<Recipient> recipient(Mutiny.Session session, Contact contact) {
        return session.createSelectionQuery(
                        "select value from ContactIdentityRow where contactId = :id and kind = 'bsuid'", String.class)
                .setParameter("id", contact.id())
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(bsuid -> new Recipient(contact.phone(), bsuid));
    }

    private static void update(ContactRow contact, Customer customer) {
        if (customer.profileName() != null && !customer.profileName().isBlank()) {
            contact.name = customer.profileName();
        }
        if (customer.waId() != null) {
            contact.phone = Recognition.phoneOf(customer);
        }
        if (customer.username() != null) {
            contact.username = customer.username();
        }
    }

    private Contact take(ContactRow contact, Customer customer, List<Key> keys) {
        update(contact, customer);
        for (var key : keys) {
            if (key.kind() == Kind.BSUID) {
                bsuids.put(contact.id, key.value());
            }
            owners.put(key, contact.id);
            var known = identities.get(key);
            if (known != null) {
                known.contactId = contact.id;
            } else {
                var row = ContactIdentityRow.of(key, contact.id);
                identities.put(key, row);
                learnt.add(row);
            }
        }
        return contact.contact();
    }
}
