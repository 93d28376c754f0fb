package org.centralino.conversation.contact.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.centralino.conversation.contact.domain.Recognition.Key;
import org.centralino.conversation.contact.domain.Recognition.Kind;
import org.centralino.events.WhatsAppEvent.Customer;

/// The contacts behind a batch of messages: recognised or made in memory, one message after the other.
public final class ContactBook {
    private final Map<Key, UUID> owners = new HashMap<>();
    private final Map<UUID, Contact> contacts = new HashMap<>();
    /// Of those of the contacts who have one.
    private final Map<UUID, String> bsuids = new HashMap<>();

    private final Supplier<UUID> newId;
    private final Set<UUID> changed = new HashSet<>();
    private final Map<Key, UUID> learnt = new HashMap<>();
    private final List<KeyMoved> moved = new ArrayList<>();

    /// A key that two contacts claimed: it is the later one's now. Whether both are one person is for people to
    /// decide; nothing is merged by itself.
    public record KeyMoved(Key key, UUID from, UUID to) {}

    /// @param newId makes the ids of new contacts
    public ContactBook(Supplier<UUID> newId) {
        this.newId = newId;
    }

    /// Takes down a contact that is known, with one of his keys.
    public void know(Key key, Contact contact) {
        owners.put(key, contact.id());
        write(contact);
    }

    /// Recognises a customer or makes a new contact, and takes down what his message tells about him.
    public Contact recognise(Customer customer) {
        return switch (Recognition.of(customer, owners, bsuids)) {
            case Recognition.Known(var id, var keys) -> learn(contact(id), customer, keys);
            case Recognition.New(var keys) ->
                learn(new Contact(newId.get(), Recognition.nameOf(customer), null, null, null), customer, keys);
        };
    }

    /// @return the contacts that are new or of whom something new is known
    public Collection<Contact> changed() {
        return changed.stream().map(this::contact).toList();
    }

    /// @return whose keys are new, or moved
    public Map<Key, UUID> learnt() {
        return Map.copyOf(learnt);
    }

    public List<KeyMoved> moved() {
        return List.copyOf(moved);
    }

    private Contact contact(UUID id) {
        return Objects.requireNonNull(contacts.get(id), "whoever has a key is taken down");
    }

    /// @return whether this changed what was known of him
    private boolean write(Contact contact) {
        if (contact.bsuid() != null) {
            bsuids.put(contact.id(), contact.bsuid());
        }
        return !contact.equals(contacts.put(contact.id(), contact));
    }

    private Contact learn(Contact before, Customer customer, List<Key> keys) {
        for (var key : keys) {
            Optional.ofNullable(owners.put(key, before.id())).ifPresent(former -> move(key, former, before.id()));
            learnt.put(key, before.id());
        }
        var after = new Contact(
                before.id(),
                name(customer).orElse(before.name()),
                customer.waId() == null ? before.phone() : Recognition.phoneOf(customer),
                customer.bsuid() == null ? before.bsuid() : customer.bsuid(),
                customer.username() == null ? before.username() : customer.username());
        if (write(after) || !keys.isEmpty()) {
            changed.add(after.id());
        }
        return after;
    }

    /// The former owner is not reached by it any more.
    private void move(Key key, UUID from, UUID to) {
        moved.add(new KeyMoved(key, from, to));
        var former = contact(from);
        var isHisPhone = key.kind() == Kind.WA_ID && ("+" + key.value()).equals(former.phone());
        write(new Contact(from, former.name(), isHisPhone ? null : former.phone(), former.bsuid(), former.username()));
        changed.add(from);
    }

    private static Optional<String> name(Customer customer) {
        return Optional.ofNullable(customer.profileName()).filter(name -> !name.isBlank());
    }
}
