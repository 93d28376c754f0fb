package org.centralino.conversation.reaction.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centralino.events.MessageStatus;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;
import org.centralino.events.Reaction;
import org.jspecify.annotations.Nullable;

/// An operator wants an emoji of ours to stand on a message, or none any more.
///
/// @param emoji null takes away the one that stands there
/// @param former ours that stood there before; null when none did
public record Wish(
        UUID id,
        UUID messageId,
        @Nullable String emoji,
        Person by,
        Instant at,
        @Nullable Reaction former) {

    /// @return ours among those that stand on a message
    public static Optional<Reaction> ours(List<Reaction> standing) {
        return standing.stream().filter(it -> it.by() != null).findFirst();
    }

    /// @return whether the message looks like that already, or will
    public static boolean isFulfilled(List<Reaction> standing, @Nullable String emoji) {
        var ours = ours(standing);
        return emoji == null
                ? ours.isEmpty()
                : ours.filter(it -> it.emoji().equals(emoji) && it.status() != MessageStatus.FAILED)
                        .isPresent();
    }

    /// @return what stands on the message while the platform is asked
    public List<Reaction> asked(List<Reaction> standing) {
        return withOurs(standing, emoji == null ? null : reaction(emoji, MessageStatus.QUEUED, null));
    }

    /// @param error why the platform did not do it; null when it did
    /// @return what stands on the message then
    public List<Reaction> answered(List<Reaction> standing, @Nullable PlatformError error) {
        if (error == null) {
            return withOurs(standing, emoji == null ? null : reaction(emoji, MessageStatus.ACCEPTED, null));
        }
        var shown = emoji != null || former == null ? emoji : former.emoji();
        return withOurs(standing, shown == null ? null : reaction(shown, MessageStatus.FAILED, error));
    }

    private Reaction reaction(String shown, MessageStatus status, @Nullable PlatformError error) {
        return new Reaction(shown, by, at, null, status, error);
    }

    private static List<Reaction> withOurs(List<Reaction> standing, @Nullable Reaction ours) {
        var now = new ArrayList<>(standing);
        now.removeIf(it -> it.by() != null);
        if (ours != null) {
            now.add(ours);
        }
        return List.copyOf(now);
    }
}
