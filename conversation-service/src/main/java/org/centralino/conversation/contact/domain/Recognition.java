package org.centralino.conversation.contact.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.jspecify.annotations.Nullable;

/// Who a customer is, by every key that the platform told (fact sheet, section 7.5).
///
/// A BSUID is surer than a wa_id: a phone number passes to another person, who then has a BSUID of his
/// own.
public sealed interface Recognition {

    /// One name of a customer.
    record Key(Kind kind, String value) {}

    /// The kinds of keys, the surest first.
    enum Kind {
        BSUID,
        PARENT_BSUID,
        WA_ID,
        /// Of a group, which has no other.
        GROUP
    }

    /// A contact that we know.
    ///
    /// @param keys every key to write down as his: new ones, and a wa_id that passed to him
    record Known(UUID contactId, List<Key> keys) implements Recognition {}

    /// Nobody that we know.
    record New(List<Key> keys) implements Recognition {}

    /// @param owners whose the customer's keys are, as far as known
    /// @param bsuids the BSUID of each of these owners, where one is known
    static Recognition of(Customer customer, Map<Key, UUID> owners, Map<UUID, String> bsuids) {
        var keys = keysOf(customer);
        return keys.stream()
                .filter(owners::containsKey)
                .filter(key -> key.kind() == Kind.BSUID || !isAnotherPerson(customer, bsuids.get(owners.get(key))))
                .findFirst()
                .map(owners::get)
                .<Recognition>map(owner -> new Known(
                        owner,
                        keys.stream()
                                .filter(key -> !owner.equals(owners.get(key)))
                                .toList()))
                .orElseGet(() -> new New(keys));
    }

    /// @return the keys that the platform told, the surest first
    static List<Key> keysOf(Customer customer) {
        return Stream.of(
                        keyOf(Kind.BSUID, customer.bsuid()),
                        keyOf(Kind.PARENT_BSUID, customer.parentBsuid()),
                        keyOf(Kind.WA_ID, customer.waId() == null ? null : PhoneSpelling.canonical(customer.waId())))
                .flatMap(Optional::stream)
                .toList();
    }

    /// @return the phone number with a leading +; null when the platform withholds it
    static @Nullable String phoneOf(Customer customer) {
        return customer.waId() == null ? null : "+" + customer.waId();
    }

    /// @return the keys by which a contact is reached
    static List<Key> keysOf(Contact contact) {
        return Stream.of(
                        keyOf(Kind.BSUID, contact.bsuid()),
                        keyOf(
                                Kind.WA_ID,
                                contact.phone() == null
                                        ? null
                                        : PhoneSpelling.canonical(
                                                contact.phone().substring(1))))
                .flatMap(Optional::stream)
                .toList();
    }

    /// @return the keys of who wrote it and, in a group, of the group
    static List<Key> keysOf(MessageReceived message) {
        return Stream.concat(
                        keysOf(message.customer()).stream(),
                        Stream.ofNullable(message.groupId()).map(Recognition::keyOfGroup))
                .toList();
    }

    static Key keyOfGroup(String groupId) {
        return new Key(Kind.GROUP, groupId);
    }

    private static Optional<Key> keyOf(Kind kind, @Nullable String value) {
        return Optional.ofNullable(value).map(it -> new Key(kind, it));
    }

    private static boolean isAnotherPerson(Customer customer, @Nullable String bsuidOfOwner) {
        return customer.bsuid() != null && bsuidOfOwner != null && !bsuidOfOwner.equals(customer.bsuid());
    }
}
