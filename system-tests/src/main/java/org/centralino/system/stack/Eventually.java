package org.centralino.system.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for what becomes true by itself.
public final class Eventually {
    /// Far longer than anything takes; it only ends a test that would never end.
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    private Eventually() {}

    /// @param what the condition in words, for the failure
    public static void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, condition);
    }

    /// @param what the condition in words, for the failure
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        value(what, patience, condition::getAsBoolean, held -> held);
    }

    /// @return the first value that fits
    public static <T> T value(String what, Supplier<T> look, Predicate<T> fits) {
        return value(what, PATIENCE, look, fits);
    }

    /// @return the first value that fits
    public static <T> T value(String what, Duration patience, Supplier<T> look, Predicate<T> fits) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var seen = look.get();
            if (fits.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "Not within %d s: %s. Last seen: %s".formatted(patience.toSeconds(), what, seen));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
