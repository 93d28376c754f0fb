package org.centralino.conversation.contact.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.centralino.conversation.contact.domain.Recognition.Key;
import org.centralino.conversation.contact.domain.Recognition.Kind;
import org.centralino.conversation.contact.domain.Succession.Held;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.CustomerChanged;
import org.jspecify.annotations.Nullable;

/// The contacts behind a batch of messages: recognised or made in memory, one message after the other.
public final class ContactBook {
    /// Nobody needs to know it more exactly, and a write for each message would be dear.
    private static final Duration SEEN_WITHIN = Duration.ofHours(1);

    private final Map<Key, UUID> owners = new HashMap<>();
    private final Map<Key, Held> held = new HashMap<>();
    private final Map<Key, Instant> lastSeen = new HashMap<>();
    private final Map<UUID, Contact> contacts = new HashMap<>();
    /// Of those of the contacts who have one.
    private final Map<UUID, String> bsuids = new HashMap<>();

    private final Supplier<UUID> newId;
    private final Set<UUID> changed = new HashSet<>();
    private final Map<Key, Learnt> learnt = new LinkedHashMap<>();
    /// Keys of those who are new.
    private final Set<Key> fresh = new HashSet<>();
    private final List<KeyMoved> moved = new ArrayList<>();
    private final List<Clash> clashes = new ArrayList<>();
    private final List<Joined> joined = new ArrayList<>();

    /// A key that two contacts claimed: it is the later one's now. Whether both are one person is for
    /// people to
    /// decide; nothing is merged by itself.
    public record KeyMoved(Key key, UUID from, UUID to) {}

    /// A key that one contact has and another one claims. People decide.
    public record Clash(Key key, UUID holder, UUID claimant) {}

    /// Two contacts of which the platform said that they are one person.
    public record Joined(UUID contact, UUID into) {}

    /// What is to be written down of a key.
    ///
    /// @param seenAt when somebody wrote under it, or it was told
    /// @param supersededAt since when it does not reach its owner any more
    public record Learnt(
            UUID owner, Instant seenAt, @Nullable Instant supersededAt) {}

    /// @param newId makes the ids of new contacts
    public ContactBook(Supplier<UUID> newId) {
        this.newId = newId;
    }

    /// Takes down a contact that is known, with one of his keys.
    public void know(Key key, Contact contact, Held holder, Instant seenAt) {
        owners.put(key, contact.id());
        held.put(key, holder);
        lastSeen.put(key, seenAt);
        write(contact);
    }

    /// Recognises a customer or makes a new contact, and takes down what his message tells about him.
    public Contact recognise(Customer customer, Instant at) {
        return switch (Recognition.of(customer, owners, bsuids)) {
            case Recognition.Known(var id, var keys) -> learn(contact(id), customer, keys, at);
            case Recognition.New(var keys) -> {
                keys.stream().filter(key -> !held.containsKey(key)).forEach(fresh::add);
                yield learn(Contact.unknown(newId.get()), customer, keys, at);
            }
        };
    }

    /// Recognises a group or makes a contact for it. It has one key, which nobody else can claim.
    ///
    /// @param subject what it is called from now on; null when that was not told
    public Contact recogniseGroup(String groupId, @Nullable String subject, Instant at) {
        var key = Recognition.keyOfGroup(groupId);
        var owner = owners.get(key);
        var before = owner == null ? Contact.group(newId.get(), groupId) : contact(owner);
        if (owner == null) {
            fresh.add(key);
            own(key, before.id(), at, null);
        }
        see(key, before.id(), at);
        var name = ShownName.tidy(subject);
        var after = name == null ? before : before.withSubject(name);
        if (write(after)) {
            changed.add(after.id());
        }
        return after;
    }

    /// @return the group, when it is known
    public Optional<Contact> knownGroup(String groupId) {
        return Optional.ofNullable(owners.get(Recognition.keyOfGroup(groupId))).map(this::contact);
    }

    /// @return what to call a customer, whether he is known or not
    public String nameOf(Customer customer) {
        return known(customer)
                .map(Contact::name)
                .orElseGet(() -> ShownName.of(
                        null,
                        null,
                        ShownName.tidy(customer.profileName()),
                        customer.username(),
                        Recognition.phoneOf(customer),
                        customer.bsuid()));
    }

    /// @return who it is, when he is known and nothing is to be learnt about him
    public Optional<Contact> known(Customer customer) {
        return Recognition.of(customer, owners, bsuids) instanceof Recognition.Known(var id, var _)
                ? Optional.of(contact(id))
                : Optional.empty();
    }

    /// Takes down that a customer has other keys now.
    ///
    /// @return him, as he is reached now; nothing when it was known
    public Optional<Contact> succeed(CustomerChanged change) {
        return switch (Succession.of(change, held, bsuids)) {
            case Succession.Nothing() -> Optional.empty();
            case Succession.Passed passed -> Optional.of(succeed(change, passed));
        };
    }

    private Contact succeed(CustomerChanged change, Succession.Passed passed) {
        var now = change.now();
        var before = passed.contactId() == null
                ? learn(
                        Contact.unknown(newId.get()),
                        new Customer(null, null, null, now.username(), now.profileName()),
                        List.of(),
                        change.sentAt())
                : contact(passed.contactId());
        var numberIsReplaced = Succession.replaced(change, passed.claimed()).contains(Kind.WA_ID);
        var waId = keyOfKind(Kind.WA_ID, passed.linked());
        var after = before.reachedBy(
                waId.map(key -> reachedByNumber(change, key)).orElse(numberIsReplaced ? null : before.phone()),
                now.bsuid() != null
                        ? now.bsuid()
                        : before.bsuid() != null
                                ? before.bsuid()
                                : change.customer().bsuid());
        passed.linked().forEach(key -> own(key, after.id(), change.sentAt(), null));
        passed.former().forEach(key -> own(key, after.id(), change.sentAt(), change.sentAt()));
        givenUp(before, after).forEach(key -> own(key, after.id(), change.sentAt(), change.sentAt()));
        passed.claimed()
                .forEach(key -> clashes.add(
                        new Clash(key, Objects.requireNonNull(owners.get(key), "somebody has it"), after.id())));
        if (passed.joined() != null) {
            joined.add(new Joined(passed.joined(), after.id()));
        }
        write(after);
        changed.add(after.id());
        return after;
    }

    /// The number as WhatsApp spells it.
    private static String reachedByNumber(CustomerChanged change, Key key) {
        return Objects.requireNonNull(
                Recognition.keysOf(change.now()).contains(key)
                        ? Recognition.phoneOf(change.now())
                        : Recognition.phoneOf(change.customer()),
                "a key of this kind is a number");
    }

    /// He may have been reached by more than the platform names now.
    private static List<Key> givenUp(Contact before, Contact after) {
        return Recognition.keysOf(before).stream()
                .filter(key -> !Recognition.keysOf(after).contains(key))
                .toList();
    }

    private static Optional<Key> keyOfKind(Kind kind, List<Key> keys) {
        return keys.stream().filter(key -> key.kind() == kind).findFirst();
    }

    private void own(Key key, UUID owner, Instant at, @Nullable Instant supersededAt) {
        owners.put(key, owner);
        held.put(key, new Held(owner, owner, supersededAt, false));
        lastSeen.put(key, at);
        learnt.put(key, new Learnt(owner, at, supersededAt));
    }

    /// @return the contacts that are new or of whom something new is known
    public Collection<Contact> changed() {
        return changed.stream().map(this::contact).toList();
    }

    /// @return what is to be written down of keys: new ones, those that moved, and those seen again
    ///     after a while
    public Map<Key, Learnt> learnt() {
        return Map.copyOf(learnt);
    }

    /// @return those of the keys by which nobody was known: should somebody else have taken one down
    ///     meanwhile, it is his
    public Set<Key> fresh() {
        return Set.copyOf(fresh);
    }

    public List<KeyMoved> moved() {
        return List.copyOf(moved);
    }

    public List<Clash> clashes() {
        return List.copyOf(clashes);
    }

    public List<Joined> joined() {
        return List.copyOf(joined);
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

    private Contact learn(Contact before, Customer customer, List<Key> keys, Instant at) {
        var gained = keys.stream().filter(key -> !isDisputed(key)).toList();
        for (var key : gained) {
            var former = Optional.ofNullable(held.get(key));
            own(key, before.id(), at, null);
            former.ifPresent(holder -> move(key, holder, before.id()));
        }
        Recognition.keysOf(customer).forEach(key -> see(key, before.id(), at));
        var profileName = ShownName.tidy(customer.profileName());
        var after = new Contact(
                before.id(),
                before.ownName(),
                before.phoneBookName(),
                profileName == null ? before.profileName() : profileName,
                reaches(Kind.WA_ID, customer, before.id()) ? Recognition.phoneOf(customer) : before.phone(),
                reaches(Kind.BSUID, customer, before.id()) ? customer.bsuid() : before.bsuid(),
                customer.username() == null ? before.username() : customer.username(),
                before.groupId());
        if (write(after) || !gained.isEmpty()) {
            changed.add(after.id());
        }
        return after;
    }

    private boolean isDisputed(Key key) {
        var holder = held.get(key);
        return holder != null && holder.disputed();
    }

    /// Late messages still come under keys that he gave up; he is not reached by them.
    private boolean reaches(Kind kind, Customer customer, UUID contact) {
        return keyOfKind(kind, Recognition.keysOf(customer))
                .map(held::get)
                .filter(holder -> holder.owner().equals(contact) && holder.supersededAt() == null)
                .isPresent();
    }

    private void see(Key key, UUID contact, Instant at) {
        var holder = held.get(key);
        var last = lastSeen.get(key);
        if (holder != null && holder.owner().equals(contact) && (last == null || at.isAfter(last.plus(SEEN_WITHIN)))) {
            lastSeen.put(key, at);
            learnt.put(key, new Learnt(contact, at, holder.supersededAt()));
        }
    }

    /// The former owner is not reached by it any more. One who gave it up before has nothing to say
    /// about it.
    private void move(Key key, Held former, UUID to) {
        var from = former.owner();
        moved.add(new KeyMoved(key, from, to));
        if (former.supersededAt() == null) {
            clashes.add(new Clash(key, to, from));
        }
        var contact = contact(from);
        var isHisPhone = key.kind() == Kind.WA_ID
                && contact.phone() != null
                && key.value().equals(PhoneSpelling.canonical(contact.phone().substring(1)));
        write(contact.reachedBy(isHisPhone ? null : contact.phone(), contact.bsuid()));
        changed.add(from);
    }
}
