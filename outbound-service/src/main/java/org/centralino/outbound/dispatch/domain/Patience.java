package org.centralino.outbound.dispatch.domain;

import java.time.Duration;

/// How long to wait before a message that was certainly not sent is tried again, and when to stop trying.
///
/// @param firstPause after the first call that could not be made; it doubles
/// @param longestPause what that grows to
/// @param giveUpAfter how long a message may wait in all
public record Patience(Duration firstPause, Duration longestPause, Duration giveUpAfter) {
    /// More would not fit into any patience, and nothing overflows below it.
    private static final int MOST_STEPS = 20;

    /// @param callsBefore how many calls were made before the one that failed
    Duration whenNotReached(int callsBefore) {
        var pause = firstPause.multipliedBy(1L << Math.min(callsBefore, MOST_STEPS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    /// What the platform asks for: 4^n seconds, n = 0, 1, 2 … (fact sheet, section 12.2).
    ///
    /// @param callsBefore how many calls were made before the one that was turned away
    Duration whenTooMany(int callsBefore) {
        return Duration.ofSeconds(1L << 2 * Math.min(callsBefore, MOST_STEPS));
    }

    boolean covers(Duration waited, Duration pause) {
        return waited.plus(pause).compareTo(giveUpAfter) <= 0;
    }
}
