package org.centralino.outbound.lane.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final long MILLI = 1_000_000;

    private final Intake intake = new Intake();

    @Test
    void is_what_came_in_the_busiest_second_of_the_last_three() {
        intake.add(10, 10_000 * MILLI);
        intake.add(20, 10_500 * MILLI);
        intake.add(5, 11_600 * MILLI);

        assertThat(intake.busiest(11_700 * MILLI)).isEqualTo(30);
        assertThat(intake.busiest(12_700 * MILLI)).isEqualTo(30);
        assertThat(intake.busiest(13_600 * MILLI)).isEqualTo(5);
        assertThat(intake.busiest(20_000 * MILLI)).isZero();
    }
}
