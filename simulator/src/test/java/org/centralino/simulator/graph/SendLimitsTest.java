package org.centralino.simulator.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendLimitsTest {
    private static final String NUMBER = "510000000000023";
    private static final long MILLI = 1_000_000;
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final SendLimits limits = new SendLimits();

    @Test
    void more_than_the_limit_in_any_second_is_too_much() {
        assertThat(taken(80, 400 * MILLI)).isEqualTo(80);

        assertThat(limits.throughput(NUMBER, 80, 1_399 * MILLI)).isPresent();
        assertThat(limits.throughput(NUMBER, 80, 1_400 * MILLI)).isEmpty();
    }

    @Test
    void what_comes_in_counts() {
        IntStream.range(0, 30).forEach(_ -> limits.received(NUMBER, 0));

        assertThat(taken(80, 500 * MILLI)).isEqualTo(50);
    }

    @Test
    void what_is_turned_away_does_not_count() {
        taken(500, 0);

        assertThat(taken(80, 1_000 * MILLI)).isEqualTo(80);
    }

    @Test
    void what_a_customer_is_not_sent_does_not_count_for_the_number() {
        IntStream.range(0, 60).forEach(_ -> limits.both(NUMBER, "giulia", 80, NOON, 0));

        assertThat(taken(80, 0)).isEqualTo(35);
    }

    @Test
    void each_number_has_its_own() {
        taken(80, 0);

        assertThat(limits.throughput("510000000000031", 80, 0)).isEmpty();
    }

    @Test
    void to_one_customer_a_burst_borrows_from_the_time_to_come() {
        IntStream.range(0, 45)
                .forEach(_ -> assertThat(limits.pair(NUMBER, "giulia", NOON)).isEmpty());

        assertThat(limits.pair(NUMBER, "giulia", NOON.plusSeconds(5))).isPresent();
        assertThat(limits.pair(NUMBER, "giulia", NOON.plusSeconds(6))).isEmpty();
        assertThat(limits.pair(NUMBER, "giulia", NOON.plusSeconds(7))).isPresent();
        assertThat(limits.pair(NUMBER, "giulia", NOON.plus(Duration.ofMinutes(5))))
                .isEmpty();
    }

    private long taken(int asked, long now) {
        return IntStream.range(0, asked)
                .filter(_ -> limits.throughput(NUMBER, 80, now).isEmpty())
                .count();
    }
}
