package org.centralino.simulator.graph.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.LongStream;
import org.centralino.simulator.platform.domain.Fault;
import org.junit.jupiter.api.Test;

class TroubleTest {

    @Test
    void of_five_sends_one_meets_429_and_another_one_500() {
        var faults = EnumSet.of(Fault.TOO_MANY_REQUESTS, Fault.SERVER_ERRORS);

        var met = LongStream.rangeClosed(1, 100)
                .mapToObj(send -> Trouble.of(faults, send))
                .flatMap(trouble -> trouble.stream())
                .toList();

        assertThat(met).filteredOn(Fault.TOO_MANY_REQUESTS::equals).hasSize(20);
        assertThat(met).filteredOn(Fault.SERVER_ERRORS::equals).hasSize(20);
    }

    @Test
    void without_faults_nothing_happens() {
        assertThat(Trouble.of(EnumSet.noneOf(Fault.class), 5)).isEmpty();
        assertThat(Trouble.of(EnumSet.of(Fault.WRONG_SIGNATURE), 5)).isEmpty();
    }
}
