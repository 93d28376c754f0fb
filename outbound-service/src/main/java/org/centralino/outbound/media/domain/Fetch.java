package org.centralino.outbound.media.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.Content.Attachment;
import org.centralino.events.Media.Loss;
import org.centralino.kit.media.domain.FileKind;
import org.jspecify.annotations.Nullable;

/// A file that is to be fetched, taken by one worker.
///
/// @param access to whom its conversation was visible when the message came
/// @param name as the customer's phone called it
/// @param sentAt when the customer sent it: from then on the platform has it for a week
/// @param attempt which try this is, from 1. Of two workers on one file the one with the higher
///     number is right
public record Fetch(
        UUID messageId,
        UUID conversationId,
        Access access,
        FileKind kind,
        Attachment attachment,
        @Nullable String name,
        Instant sentAt,
        int attempt) {

    /// @return the number that it was sent to; empty of what came before that was kept
    public String phoneNumberId() {
        return Objects.requireNonNullElse(access.phoneNumberId(), "");
    }

    /// Until when the platform has a file (fact sheet, section 9).
    private static final Duration KEPT = Duration.ofDays(7);
    /// What says that there is no such file, or that it is another one, may still be a slip.
    private static final int BELIEVED_AFTER = 5;
    private static final int MOST_DOUBLINGS = 30;

    /// How a try ended without the file.
    public sealed interface Failure {
        /// The platform was not there, or not able.
        record Passing(String reason) implements Failure {}

        /// The platform says something that leaves no hope. Once may be a slip.
        record Hopeless(Loss loss) implements Failure {}

        /// No further try would change it.
        record Final(Loss loss) implements Failure {}
    }

    /// What comes after a failure.
    public sealed interface Next {
        record TryAgain(Duration pause) implements Next {}

        record GiveUp(Loss loss) implements Next {}
    }

    /// @param pauses how long to wait between tries
    /// @param chance from 0 to 1, so that not all come back at once
    public Next after(Failure failure, Instant now, Pauses pauses, double chance) {
        return switch (failure) {
            case Failure.Final(var loss) -> new Next.GiveUp(loss);
            case Failure.Hopeless(var loss) when attempt >= BELIEVED_AFTER -> new Next.GiveUp(loss);
            case Failure.Hopeless(var loss) -> again(now, pauses, chance, loss);
            case Failure.Passing _ -> again(now, pauses, chance, Loss.EXPIRED);
        };
    }

    private Next again(Instant now, Pauses pauses, double chance, Loss otherwise) {
        return isExpired(now)
                ? new Next.GiveUp(otherwise)
                : new Next.TryAgain(pauses.after(Math.min(attempt - 1, MOST_DOUBLINGS), chance));
    }

    /// @return whether the platform does not have it any more
    public boolean isExpired(Instant now) {
        return now.isAfter(sentAt.plus(KEPT));
    }

    /// How long to wait between tries.
    ///
    /// @param first after the first; it doubles
    /// @param longest what that grows to
    public record Pauses(Duration first, Duration longest) {
        private Duration after(int doublings, double chance) {
            var grown = Math.min(longest.toMillis(), first.toMillis() * (1L << doublings));
            return Duration.ofMillis((long) (grown * (1 + chance) / 2));
        }
    }
}
