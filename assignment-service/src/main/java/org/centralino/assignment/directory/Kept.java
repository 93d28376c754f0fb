package org.centralino.assignment.directory;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// An answer that need not be asked for again for a while.
record Kept<T>(@Nullable T value, long untilNanos) {
    static <T> Kept<T> of(@Nullable T value, Duration howLong) {
        return new Kept<>(value, System.nanoTime() + howLong.toNanos());
    }

    static <T> Kept<T> nothing() {
        return of(null, Duration.ZERO);
    }

    boolean isGood() {
        return System.nanoTime() - untilNanos < 0;
    }
}
