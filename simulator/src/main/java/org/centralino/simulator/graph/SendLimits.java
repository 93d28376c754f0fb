package org.centralino.simulator.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.graph.domain.TokenBucket;

/// The platform's pair rate and throughput, counted only while they are switched on.
final class SendLimits {
    private static final int PAIR_BURST = 45;
    private static final Duration PAIR_INTERVAL = Duration.ofSeconds(6);
    private static final int THROUGHPUT = 80;
    private static final Duration THROUGHPUT_INTERVAL = Duration.ofNanos(1_000_000_000 / THROUGHPUT);
    private static final int PAIRS_KEPT = 100_000;

    private final Map<String, TokenBucket> pairs = new HashMap<>();
    private final Map<String, TokenBucket> numbers = new HashMap<>();

    synchronized Optional<GraphError> pair(String phoneNumberId, String customer, Instant now) {
        if (pairs.size() > PAIRS_KEPT) {
            pairs.clear();
        }
        return take(pairs, phoneNumberId + "|" + customer, TokenBucket.full(PAIR_BURST, PAIR_INTERVAL, now), now)
                ? Optional.empty()
                : Optional.of(GraphError.pairRateLimit());
    }

    synchronized Optional<GraphError> throughput(String phoneNumberId, Instant now) {
        return take(numbers, phoneNumberId, TokenBucket.full(THROUGHPUT, THROUGHPUT_INTERVAL, now), now)
                ? Optional.empty()
                : Optional.of(GraphError.throughputLimit());
    }

    private static boolean take(Map<String, TokenBucket> buckets, String key, TokenBucket fresh, Instant now) {
        var after = buckets.getOrDefault(key, fresh).take(now);
        after.ifPresent(bucket -> buckets.put(key, bucket));
        return after.isPresent();
    }
}
