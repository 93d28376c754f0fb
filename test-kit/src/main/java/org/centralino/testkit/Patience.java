package org.centralino.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// Waits for what becomes true by itself. The looks are close together and made by the test's own thread, so
/// that a condition may do whatever a test may.
public final class Patience {
    /// Far longer than anything takes; it only ends a test that would never end.
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Patience() {}

    /// @param what is waited for, in words, for the failure
    public static ConditionFactory await(String what) {
        return Awaitility.await(what)
                .atMost(LONG_ENOUGH)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .pollInSameThread()
                .dontCatchUncaughtExceptions();
    }
}
