package org.centralino.conversation.contact.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.contact.domain.Recognition.Key;
import org.centralino.conversation.contact.domain.Recognition.Kind;
import org.centralino.events.WhatsAppEvent.CustomerChanged;
import org.centralino.events.WhatsAppEvent.CustomerChanged.What;
import org.jspecify.annotations.Nullable;

/// What follows when the platform tells that a customer has other keys now (fact sheet, section 7.4).
/// It may tell it
/// twice, late, and before or after messages under either key.
public sealed interface Succession {

    /// All of it was known, or it is older than what is known.
    record Nothing() implements Succession {}

    /// The customer has other keys.
    ///
    /// @param contactId whose keys these are; null when nobody is known by any of them yet
    /// @param linked are his from now on
    /// @param former were his, and do not reach him any more
    /// @param claimed are told to be his, but are another person's. They stay there until people decide
    /// @param joined the contact that was made for him under his new id before anybody told that he is
    ///     the same
    record Passed(
            @Nullable UUID contactId,
            List<Key> linked,
            List<Key> former,
            List<Key> claimed,
            @Nullable UUID joined) implements Succession {}

    /// Whose a key is.
    ///
    /// @param person the contact into which the owner is merged, or the owner himself
    /// @param supersededAt since when it does not reach him any more; null while it does
    /// @param disputed whether it is open to whom it belongs
    record Held(UUID owner, UUID person, @Nullable Instant supersededAt, boolean disputed) {}

    /// @param held whose the keys are, as far as known
    /// @param bsuids the BSUID of each of these owners, where one is known
    static Succession of(CustomerChanged change, Map<Key, Held> held, Map<UUID, String> bsuids) {
        var now = Recognition.keysOf(change.now());
        var before = Recognition.keysOf(change.customer()).stream()
                .filter(key -> !now.contains(key))
                .toList();
        var contact = ownerOf(change, held, bsuids);
        if (isOutdated(change, now, contact, held)) {
            return new Nothing();
        }
        var linked = new ArrayList<Key>();
        var claimed = new ArrayList<Key>();
        @Nullable UUID joined = null;
        for (var key : now) {
            var holder = held.get(key);
            if (holder == null || holder.owner().equals(contact) && holder.supersededAt() != null) {
                linked.add(key);
            } else if (!holder.owner().equals(contact)) {
                if (key.kind() == Kind.BSUID && !isOnePerson(contact, holder, held)) {
                    joined = holder.owner();
                } else if (key.kind() == Kind.WA_ID && !holder.owner().equals(ownerOfBsuid(change, held))) {
                    claimed.add(key);
                }
            }
        }
        var replaced = replaced(change, claimed);
        var former = new ArrayList<Key>();
        for (var key : before) {
            var holder = held.get(key);
            if (holder != null && !holder.owner().equals(contact)) {
                continue;
            }
            if (replaced.contains(key.kind())) {
                if (holder == null || holder.supersededAt() == null) {
                    former.add(key);
                }
            } else if (holder == null) {
                linked.add(key);
            }
        }
        var isNews = claimed.stream()
                .anyMatch(key -> !Objects.requireNonNull(held.get(key)).disputed());
        return linked.isEmpty() && former.isEmpty() && joined == null && !isNews
                ? new Nothing()
                : new Passed(contact, List.copyOf(linked), List.copyOf(former), List.copyOf(claimed), joined);
    }

    /// The one who had the keys before; else the one who is known by the new ones already.
    private static @Nullable UUID ownerOf(CustomerChanged change, Map<Key, Held> held, Map<UUID, String> bsuids) {
        var owners = new HashMap<Key, UUID>();
        held.forEach((key, holder) -> owners.put(key, holder.owner()));
        return Stream.of(change.customer(), change.now())
                .map(customer -> Recognition.of(customer, owners, bsuids))
                .flatMap(found ->
                        found instanceof Recognition.Known(var id, var _) ? Stream.of(id) : Stream.<UUID>empty())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable UUID ownerOfBsuid(CustomerChanged change, Map<Key, Held> held) {
        return Recognition.keysOf(change.now()).stream()
                .filter(key -> key.kind() == Kind.BSUID)
                .flatMap(key -> Optional.ofNullable(held.get(key)).stream())
                .map(Held::owner)
                .findFirst()
                .orElse(null);
    }

    /// What he gave up later than he got it here, he got and gave up before.
    private static boolean isOutdated(
            CustomerChanged change, List<Key> now, @Nullable UUID contact, Map<Key, Held> held) {
        return now.stream()
                .map(held::get)
                .filter(Objects::nonNull)
                .filter(holder -> holder.owner().equals(contact))
                .map(Held::supersededAt)
                .filter(Objects::nonNull)
                .anyMatch(supersededAt -> !supersededAt.isBefore(change.sentAt()));
    }

    private static boolean isOnePerson(@Nullable UUID contact, Held other, Map<Key, Held> held) {
        return held.values().stream()
                .anyMatch(holder ->
                        holder.owner().equals(contact) && holder.person().equals(other.person()));
    }

    /// @return the kinds of keys of which he has another one now. A number is not given up when nothing
    ///     else would
    ///     reach him
    static List<Kind> replaced(CustomerChanged change, List<Key> claimed) {
        var now = change.now();
        var isReachedByNumber = now.waId() != null && claimed.isEmpty();
        var hasNoNumber = change.what() == What.NUMBER && now.bsuid() != null;
        return Stream.of(
                        now.bsuid() != null ? Kind.BSUID : null,
                        now.parentBsuid() != null ? Kind.PARENT_BSUID : null,
                        isReachedByNumber || hasNoNumber ? Kind.WA_ID : null)
                .filter(Objects::nonNull)
                .toList();
    }
}
