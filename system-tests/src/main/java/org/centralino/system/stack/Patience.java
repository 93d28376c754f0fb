package org.centralino.system.stack;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// Waits for what becomes true by itself. The thread that waits is the one that looks: a browser can be asked by
/// no other. Threads that die meanwhile end no wait: some are made to.
public final class Patience {
    /// Far longer than anything takes; it only ends a test that would never end.
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

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
