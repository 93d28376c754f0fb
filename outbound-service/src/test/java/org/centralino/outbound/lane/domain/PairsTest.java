package org.centralino.outbound.lane.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairsTest {
    private static final long SECOND = 1_000_000_000;
    private static final UUID GIULIA = UUID.randomUUID();
    private static final UUID MARCO = UUID.randomUUID();

    private final Pairs pairs = new Pairs(Allowance.of(44, Duration.ofSeconds(6)));

    @Test
    void let_a_burst_go_and_then_one_each_interval() {
        IntStream.range(0, 44).forEach(_ -> {
            assertThat(pairs.mayTake(GIULIA, 0)).isTrue();
            pairs.take(GIULIA, 0);
        });

        assertThat(pairs.mayTake(GIULIA, 6 * SECOND - 1)).isFalse();
        assertThat(pairs.opensAt(GIULIA, 0)).isEqualTo(6 * SECOND);
        assertThat(pairs.waiting(SECOND)).containsExactly(GIULIA);
        assertThat(pairs.nextOpening(SECOND)).isEqualTo(6 * SECOND);
        assertThat(pairs.waiting(6 * SECOND)).isEmpty();
    }

    @Test
    void keep_customers_apart() {
        IntStream.range(0, 60).forEach(_ -> pairs.take(GIULIA, 0));

        assertThat(pairs.mayTake(MARCO, 0)).isTrue();
        assertThat(pairs.nextOpening(0)).isEqualTo(17 * 6 * SECOND);
    }

    @Test
    void are_free_again_when_what_was_taken_is_given_back() {
        IntStream.range(0, 44).forEach(_ -> pairs.take(GIULIA, 0));

        pairs.giveBack(GIULIA);

        assertThat(pairs.mayTake(GIULIA, 0)).isTrue();
    }

    @Test
    void remember_what_was_sent_before_somebody_else_went_on() {
        IntStream.range(-59, 1).forEach(second -> pairs.take(GIULIA, second * SECOND));

        assertThat(pairs.mayTake(GIULIA, 0)).isFalse();
    }

    @Test
    void forget_who_owes_nothing() {
        pairs.take(GIULIA, 0);

        pairs.forgetSettled(6 * SECOND);

        assertThat(pairs.opensAt(GIULIA, 7 * SECOND)).isEqualTo(7 * SECOND);
    }
}
