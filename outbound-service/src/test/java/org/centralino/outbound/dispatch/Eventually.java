package org.centralino.outbound.dispatch;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Waits for a condition, not for a time.
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private Eventually() {}

    /// @param assertions are repeated until they hold
    /// @throws AssertionError the last one, when they never do
    static void holds(Runnable assertions) {
        becomes(() -> {
            assertions.run();
            return true;
        });
    }

    /// @param value is asked for until it does not throw an [AssertionError]
    static <T> T becomes(Supplier<T> value) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return value.get();
            } catch (AssertionError notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        }
    }
}
