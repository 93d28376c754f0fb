package org.centralino.outbound.lane.domain;

import java.time.Duration;

/// So many at once, and one more after each interval: what goes at once borrows from the time to come.
/// All that has to be remembered is until when is borrowed. Times are nanoseconds from any beginning.
///
/// @param interval nanoseconds
/// @param burst nanoseconds that may be borrowed before the next one has to wait
public record Allowance(long interval, long burst) {

    /// @param atOnce how many may go at the same moment
    public static Allowance of(int atOnce, Duration interval) {
        return new Allowance(interval.toNanos(), interval.toNanos() * (atOnce - 1));
    }

    /// @return from when on one more may go
    public long opensAt(long borrowedUntil) {
        return borrowedUntil - burst;
    }

    /// @return until when is borrowed when one more goes
    public long afterOneMore(long borrowedUntil, long now) {
        return Math.max(borrowedUntil, now) + interval;
    }

    /// @return how many may go now
    public int open(long borrowedUntil, long now) {
        var left = now + burst - Math.max(borrowedUntil, now);
        return left < 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, left / interval + 1);
    }
}
