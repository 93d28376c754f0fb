package org.centralino.simulator.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrowdTest {

    @Test
    void fifty_different_people_write_within_the_minute() {
        var crowd = Crowd.of(50, Duration.ofMinutes(1), new Random(1));

        assertThat(crowd).hasSize(50).allSatisfy(one -> assertThat(one.after()).isLessThan(Duration.ofMinutes(1)));
        assertThat(crowd).extracting(one -> one.customer().name()).doesNotHaveDuplicates();
        assertThat(crowd).extracting(one -> one.customer().phone()).doesNotHaveDuplicates();
    }
}
