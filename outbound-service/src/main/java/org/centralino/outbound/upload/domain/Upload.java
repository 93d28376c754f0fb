package org.centralino.outbound.upload.domain;

import java.time.Duration;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.PlatformError;
import org.centralino.events.SentFile;

/// A file on its way to the platform, for one business number. It is no send: it may be done twice.
///
/// @param phoneNumberId the number that sends it
/// @param attachmentId our id of it, by which messages name it
/// @param conversationId of the message that named it first
/// @param access to whom that is visible
/// @param messageId that message
/// @param attempt rises with each claim; whoever comes with an older one is too late
/// @param triesBefore how many tries failed since it was asked for
/// @param waited how long ago that was
public record Upload(
        String phoneNumberId,
        String attachmentId,
        UUID conversationId,
        Access access,
        UUID messageId,
        SentFile file,
        int attempt,
        int triesBefore,
        Duration waited) {
    private static final int MOST_DOUBLINGS = 20;

    /// How a try ended.
    public sealed interface Answer {
        /// @param platformId the platform's id of the file, good for 30 days
        record Taken(String platformId) implements Answer {}

        /// @param error why the platform will not take it, now or later
        record Refused(PlatformError error) implements Answer {}

        /// The platform refuses the number's access token, which says nothing of the file.
        ///
        /// @param token the fingerprint of the one that it refused
        record TokenRefused(PlatformError error, String token) implements Answer {}

        /// Nobody knows, or it may pass. Another try does no harm.
        ///
        /// @param reason what was seen, in words
        record NotTaken(String reason) implements Answer {}
    }

    /// What follows from that.
    public sealed interface Next {
        record Done(String platformId) implements Next {}

        record TryAgain(Duration pause) implements Next {}

        /// For another token, or until this one is taken again. It costs no patience.
        record AwaitToken(PlatformError error, String token) implements Next {}

        /// @param error told to the author of the message
        record GiveUp(PlatformError error) implements Next {}
    }

    /// @param giveUpAfter how long a message may wait for its file in all
    public record Patience(Duration firstPause, Duration longestPause, Duration giveUpAfter) {
        private Duration pause(int triesBefore) {
            var grown = firstPause.multipliedBy(1L << Math.min(triesBefore, MOST_DOUBLINGS));
            return grown.compareTo(longestPause) < 0 ? grown : longestPause;
        }
    }

    public Next after(Answer answer, Patience patience) {
        return switch (answer) {
            case Answer.Taken(var platformId) -> new Next.Done(platformId);
            case Answer.Refused(var error) -> new Next.GiveUp(error);
            case Answer.TokenRefused(var error, var token) -> new Next.AwaitToken(error, token);
            case Answer.NotTaken(var reason) -> {
                var pause = patience.pause(triesBefore);
                yield waited.plus(pause).compareTo(patience.giveUpAfter) <= 0
                        ? new Next.TryAgain(pause)
                        : new Next.GiveUp(new PlatformError(0, "The file could not be brought to WhatsApp", reason));
            }
        };
    }
}
