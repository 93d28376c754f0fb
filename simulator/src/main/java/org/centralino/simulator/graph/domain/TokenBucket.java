package org.centralino.simulator.graph.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A limit with bursts: so many at once, and one more each interval.
///
/// @param tokens how many may go at the moment
/// @param at the moment
public record TokenBucket(int capacity, Duration interval, double tokens, Instant at) {

    /// @return a full one
    public static TokenBucket full(int capacity, Duration interval, Instant now) {
        return new TokenBucket(capacity, interval, capacity, now);
    }

    /// @return the bucket after one more went; nothing when none may go
    public Optional<TokenBucket> take(Instant now) {
        var passed = Duration.between(at, now).toNanos() / (double) interval.toNanos();
        var there = Math.min(capacity, tokens + Math.max(0, passed));
        return there < 1 ? Optional.empty() : Optional.of(new TokenBucket(capacity, interval, there - 1, now));
    }
}
