package org.centralino.conversation.thread.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The 24 hours after a customer's message in which free text may be sent (fact sheet, section 6).
///
/// @param expiresAt the end; null when the customer never wrote
public record ReplyWindow(@Nullable Instant expiresAt) {
    /// The platform's code for what it refuses because the window is shut (fact sheet, section 12.2).
    public static final int SHUT = 131047;

    private static final Duration LENGTH = Duration.ofHours(24);

    /// A message opens the window, or restarts it. It counts from when it was written, by the platform's
    /// clock: one that was delivered late may describe a window that is already shut.
    public ReplyWindow after(Instant writtenAt) {
        var end = writtenAt.plus(LENGTH);
        return expiresAt == null || end.isAfter(expiresAt) ? new ReplyWindow(end) : this;
    }

    /// The platform says that it is shut. What the customer wrote after that has opened it anew.
    ///
    /// @param toldAt when the platform refused a message for that reason
    public ReplyWindow shut(Instant toldAt) {
        return expiresAt == null
                        || !expiresAt.isAfter(toldAt)
                        || expiresAt.minus(LENGTH).isAfter(toldAt)
                ? this
                : new ReplyWindow(toldAt);
    }

    public boolean isOpenAt(Instant now) {
        return expiresAt != null && now.isBefore(expiresAt);
    }
}
