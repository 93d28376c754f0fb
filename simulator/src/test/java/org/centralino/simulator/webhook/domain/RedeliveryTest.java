package org.centralino.simulator.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedeliveryTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void waits_a_quarter_of_a_second_at_first_and_twice_as_long_each_time_up_to_half_a_minute() {
        var waits = IntStream.rangeClosed(1, 9)
                .mapToObj(Redelivery::delayAfter)
                .map(Duration::toMillis)
                .toList();

        assertThat(waits).containsExactly(250L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    void goes_on_for_seven_days_and_no_longer() {
        assertThat(Redelivery.isOver(NOON, NOON.plus(Duration.ofDays(7)))).isFalse();
        assertThat(Redelivery.isOver(NOON, NOON.plus(Duration.ofDays(7)).plusMillis(1)))
                .isTrue();
    }
}
