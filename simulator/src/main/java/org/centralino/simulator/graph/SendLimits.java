package org.centralino.simulator.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.graph.domain.TokenBucket;

/// The platform's pair rate and throughput, as strict as it can be told from outside (fact sheet, section 13).
///
/// What comes in for a number counts together with what goes out by it; what was turned away does not count. The time
/// in which it counts is the machine's: who jumps a day ahead has not sent any slower.
final class SendLimits {
    private static final int PAIR_BURST = 45;
    private static final Duration PAIR_INTERVAL = Duration.ofSeconds(6);
    private static final long SECOND = 1_000_000_000;
    private static final int PAIRS_KEPT = 100_000;

    private final Map<String, TokenBucket> pairs = new HashMap<>();
    private final Map<String, ArrayDeque<Long>> lastSeconds = new HashMap<>();

    /// Both at once: what one of them turns away does not count for the other.
    ///
    /// @param perSecond more than this many in any one second are too many
    /// @param nanos by [System#nanoTime()]
    synchronized Optional<GraphError> both(
            String phoneNumberId, String customer, int perSecond, Instant now, long nanos) {
        return lastSecond(phoneNumberId, nanos).size() >= perSecond
                ? Optional.of(GraphError.throughputLimit())
                : pair(phoneNumberId, customer, now).or(() -> throughput(phoneNumberId, perSecond, nanos));
    }

    synchronized Optional<GraphError> pair(String phoneNumberId, String customer, Instant now) {
        if (pairs.size() > PAIRS_KEPT) {
            pairs.clear();
        }
        var key = phoneNumberId + "|" + customer;
        var after = pairs.getOrDefault(key, TokenBucket.full(PAIR_BURST, PAIR_INTERVAL, now))
                .take(now);
        after.ifPresent(bucket -> pairs.put(key, bucket));
        return after.isPresent() ? Optional.empty() : Optional.of(GraphError.pairRateLimit());
    }

    /// @param perSecond more than this many in any one second are too many
    /// @param now by [System#nanoTime()]
    synchronized Optional<GraphError> throughput(String phoneNumberId, int perSecond, long now) {
        var counted = lastSecond(phoneNumberId, now);
        if (counted.size() >= perSecond) {
            return Optional.of(GraphError.throughputLimit());
        }
        counted.add(now);
        return Optional.empty();
    }

    /// A customer wrote.
    synchronized void received(String phoneNumberId, long now) {
        lastSecond(phoneNumberId, now).add(now);
    }

    private ArrayDeque<Long> lastSecond(String phoneNumberId, long now) {
        var counted = lastSeconds.computeIfAbsent(phoneNumberId, _ -> new ArrayDeque<>());
        while (!counted.isEmpty() && now - counted.peek() >= SECOND) {
            counted.remove();
        }
        return counted;
    }
}
