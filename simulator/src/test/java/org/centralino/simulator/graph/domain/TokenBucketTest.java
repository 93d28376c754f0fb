package org.centralino.simulator.graph.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void lets_a_burst_through_and_then_one_each_interval() {
        var bucket = TokenBucket.full(2, Duration.ofSeconds(6), NOON);

        var empty = bucket.take(NOON).orElseThrow().take(NOON).orElseThrow();

        assertThat(empty.take(NOON)).isEmpty();
        assertThat(empty.take(NOON.plusSeconds(5))).isEmpty();
        assertThat(empty.take(NOON.plusSeconds(6))).isPresent();
    }

    @Test
    void does_not_save_more_than_a_burst() {
        var bucket = TokenBucket.full(2, Duration.ofSeconds(6), NOON);
        var later = NOON.plus(Duration.ofDays(1));

        var empty = bucket.take(later).orElseThrow().take(later).orElseThrow();

        assertThat(empty.take(later)).isEmpty();
    }
}
