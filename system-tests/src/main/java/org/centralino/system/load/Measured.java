package org.centralino.system.load;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// How long things took, from the moment at which they were meant to begin.
final class Measured {
    private static final long LONGEST_MICROS = Duration.ofMinutes(5).toNanos() / 1_000;

    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final java.util.concurrent.atomic.LongAdder failures = new java.util.concurrent.atomic.LongAdder();

    void took(long nanos) {
        micros.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
    }

    void failed() {
        failures.increment();
    }

    long count() {
        return micros.getTotalCount();
    }

    long failures() {
        return failures.sum();
    }

    /// @return milliseconds
    double percentile(double percent) {
        return micros.getValueAtPercentile(percent) / 1e3;
    }

    /// @return p50, p99 and the longest, in words for a table
    String summary() {
        return "p50 %.1f ms, p99 %.1f ms, max %.0f ms".formatted(percentile(50), percentile(99), percentile(100));
    }
}
