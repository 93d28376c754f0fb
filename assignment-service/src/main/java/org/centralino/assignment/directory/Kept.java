package org.centralino.assignment.directory;

import java.time.Duration;

/// An answer that need not be asked for again for a while.
record Kept<T>(T value, long untilNanos) {
    static <T> Kept<T> of(T value, Duration howLong) {
        return new Kept<>(value, System.nanoTime() + howLong.toNanos());
    }

    static <T> Kept<T> nothing() {
        return of(null, Duration.ZERO);
    }

    boolean isGood() {
        return System.nanoTime() - untilNanos < 0;
    }
}
