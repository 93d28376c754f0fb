package org.centralino.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final long ASKED = Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();

    private final Lease lease = Lease.of(Set.of("outbox-1", "pruning-0"), ASKED);

    @Test
    void lanes_are_held_as_long_as_nobody_else_can_have_got_them() {
        assertThat(lease.at(after(Duration.ZERO))).containsExactlyInAnyOrder("outbox-1", "pruning-0");
        assertThat(lease.at(after(Lease.LENGTH.minus(Lease.MARGIN).minusNanos(1))))
                .hasSize(2);
    }

    @Test
    void what_could_not_be_renewed_is_lost_before_the_database_gives_it_to_another() {
        assertThat(lease.at(after(Lease.LENGTH.minus(Lease.MARGIN)))).isEmpty();
        assertThat(lease.at(after(Lease.LENGTH))).isEmpty();
        assertThat(lease.at(after(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void renewing_makes_it_longer() {
        var later = after(Duration.ofSeconds(8));

        assertThat(Lease.of(lease.lanes(), later).at(after(Lease.LENGTH))).isEqualTo(lease.lanes());
    }

    @Test
    void whoever_has_asked_for_nothing_holds_nothing() {
        assertThat(Lease.NONE.at(ASKED)).isEmpty();
    }

    private static long after(Duration time) {
        return ASKED + time.toNanos();
    }
}
