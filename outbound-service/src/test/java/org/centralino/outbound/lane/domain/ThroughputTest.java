package org.centralino.outbound.lane.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThroughputTest {
    @Test
    void is_what_the_platform_says_of_the_number() {
        assertThat(Throughput.of("STANDARD", false)).isEqualTo(80);
        assertThat(Throughput.of("HIGH", false)).isEqualTo(1_000);
        assertThat(Throughput.of("HIGH", true)).isEqualTo(20);
        assertThat(Throughput.of(null, false)).isEqualTo(80);
    }
}
