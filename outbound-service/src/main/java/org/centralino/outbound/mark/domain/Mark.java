package org.centralino.outbound.mark.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.PlatformError;
import org.jspecify.annotations.Nullable;

/// Something is to be set on a message, and the platform has not answered yet. What is set twice is set once, so
/// what nobody knows the end of is tried again.
public sealed interface Mark {
    UUID id();

    UUID conversationId();

    Access access();

    /// Our id of the message.
    UUID messageId();

    /// The platform's id of the message.
    String platformId();

    /// When it was wanted, by the platform's clock.
    Instant askedAt();

    /// Since when it is tried: that it waited for an access token costs it no patience.
    Instant triedSince();

    /// How often it was tried, this time included.
    int attempt();

    /// The number by which it is called.
    default String phoneNumberId() {
        return Objects.requireNonNull(access().phoneNumberId(), "every conversation is one of a number");
    }

    /// An emoji of ours.
    ///
    /// @param emoji null takes away the one that stands there
    record Emoji(
            UUID id,
            UUID conversationId,
            Access access,
            UUID messageId,
            String platformId,
            Recipient recipient,
            @Nullable String emoji,
            Instant askedAt,
            Instant triedSince,
            int attempt)
            implements Mark {}

    /// The customer was read, up to this message.
    ///
    /// @param typing whether somebody is typing an answer
    record Read(
            UUID id,
            UUID conversationId,
            Access access,
            UUID messageId,
            String platformId,
            boolean typing,
            Instant askedAt,
            int attempt)
            implements Mark {
        /// The platform shows it for 25 seconds from the call on (fact sheet, section 8.5).
        private static final Duration TYPES_FOR = Duration.ofSeconds(20);

        /// For no token it waits: it shows what is at this moment.
        @Override
        public Instant triedSince() {
            return askedAt;
        }

        /// @return whether somebody still types: who began long ago has sent it or given up
        public boolean isTypingAt(Instant now) {
            return typing && now.isBefore(askedAt.plus(TYPES_FOR));
        }
    }

    /// What the platform made of it.
    sealed interface Answer {
        /// It is as it was asked for.
        record Done() implements Answer {}

        /// It will not be.
        record Refused(PlatformError error) implements Answer {}

        /// The platform refuses the number's access token, which says nothing of the message.
        ///
        /// @param token the fingerprint of the one that it refused
        record TokenRefused(PlatformError error, String token) implements Answer {}

        /// Nobody knows.
        record Unclear(String words) implements Answer {}
    }

    /// What follows.
    sealed interface Next {
        /// @param error why it was not done; null when it was
        record Settled(@Nullable PlatformError error) implements Next {}

        record TryAgain(Duration pause) implements Next {}

        /// For another token, or until this one is taken again.
        record AwaitToken() implements Next {}
    }

    /// How long it is tried.
    ///
    /// @param first the pause after the first try; it doubles each time
    /// @param longest what it grows to
    /// @param giveUpAfter since it is tried
    record Patience(Duration first, Duration longest, Duration giveUpAfter) {
        private static final int MOST_DOUBLINGS = 10;

        private Duration after(int attempts) {
            var pause = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
            return pause.compareTo(longest) > 0 ? longest : pause;
        }
    }

    default Next after(Answer answer, Instant now, Patience patience) {
        return switch (answer) {
            case Answer.Done() -> new Next.Settled(null);
            case Answer.Refused(var error) -> new Next.Settled(error);
            case Answer.TokenRefused(var error, var _) ->
                switch (this) {
                    case Emoji _ -> new Next.AwaitToken();
                    case Read _ -> new Next.Settled(error);
                };
            case Answer.Unclear(var words)
            when !now.isBefore(triedSince().plus(patience.giveUpAfter())) ->
                new Next.Settled(new PlatformError(0, words, null));
            case Answer.Unclear _ -> new Next.TryAgain(patience.after(attempt()));
        };
    }

    /// What comes from a topic that is read again, or a database that was restored, may be set long since, and
    /// otherwise by now.
    default boolean isTooOld(Instant now, Duration within) {
        return askedAt().plus(within).isBefore(now);
    }
}
