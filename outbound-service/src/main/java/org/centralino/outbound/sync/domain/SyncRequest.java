package org.centralino.outbound.sync.domain;

import java.time.Duration;
import java.time.Instant;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;
import org.jspecify.annotations.Nullable;

/// Somebody asked the phone to hand something over.
///
/// @param error why the platform does not pass it on; null when it does, or has not answered
public record SyncRequest(
        SyncKind kind,
        Instant askedAt,
        Person askedBy,
        @Nullable Instant answeredAt,
        @Nullable PlatformError error) {
    /// Nobody waits longer for an answer of the platform.
    public static final Duration UNDER_WAY = Duration.ofMinutes(1);

    /// The platform takes one request only. One that it refused may have another answer later.
    ///
    /// @return whether it may be asked once more
    public boolean mayBeRepeated(Instant now) {
        return answeredAt == null ? askedAt.plus(UNDER_WAY).isBefore(now) : error != null;
    }
}
