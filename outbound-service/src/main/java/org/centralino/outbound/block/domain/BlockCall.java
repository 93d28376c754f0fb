package org.centralino.outbound.block.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.PlatformError;
import org.jspecify.annotations.Nullable;

/// Somebody is to be blocked, or not any more, and the platform has not answered yet.
///
/// @param blocked whether he is to be blocked
/// @param attempt how often this was tried, this time included
public record BlockCall(
        UUID requestId,
        UUID conversationId,
        Access access,
        Recipient recipient,
        boolean blocked,
        Instant askedAt,
        int attempt) {
    private static final int MOST_DOUBLINGS = 10;

    /// What the platform made of it.
    public sealed interface Answer {
        /// It is as it was asked for.
        record Done() implements Answer {}

        /// It will not be.
        record Refused(PlatformError error) implements Answer {}

        /// Nobody knows. What is asked for twice is done once, so it is tried again.
        record Unclear(String words) implements Answer {}
    }

    /// What follows.
    public sealed interface Next {
        /// @param error why it was not done; null when it was
        record Settled(@Nullable PlatformError error) implements Next {}

        record TryAgain(Duration pause) implements Next {}
    }

    /// How long it is tried.
    ///
    /// @param first the pause after the first try; it doubles each time
    /// @param longest what it grows to
    /// @param giveUpAfter since it was asked for
    public record Patience(Duration first, Duration longest, Duration giveUpAfter) {}

    public Next after(Answer answer, Instant now, Patience patience) {
        return switch (answer) {
            case Answer.Done() -> new Next.Settled(null);
            case Answer.Refused(var error) -> new Next.Settled(error);
            case Answer.Unclear(var words)
            when !now.isBefore(askedAt.plus(patience.giveUpAfter())) ->
                new Next.Settled(new PlatformError(0, words, null));
            case Answer.Unclear _ -> {
                var pause = patience.first().multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
                yield new Next.TryAgain(pause.compareTo(patience.longest()) > 0 ? patience.longest() : pause);
            }
        };
    }
}
