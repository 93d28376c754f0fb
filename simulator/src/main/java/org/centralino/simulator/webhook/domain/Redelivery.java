package org.centralino.simulator.webhook.domain;

import java.time.Duration;
import java.time.Instant;

/// When a webhook that was not answered 200 is delivered again.
public final class Redelivery {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(7);
    private static final int DOUBLINGS = 7;

    private Redelivery() {}

    /// @param failures how many attempts failed, at least one
    /// @return how long to wait for the next one
    public static Duration delayAfter(int failures) {
        var delay = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    /// @return whether the platform tries no more: seven days of its own time
    public static boolean isOver(Instant queuedAt, Instant now) {
        return now.isAfter(queuedAt.plus(GIVE_UP_AFTER));
    }
}
