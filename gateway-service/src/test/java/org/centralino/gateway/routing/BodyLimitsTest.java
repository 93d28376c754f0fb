package org.centralino.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.centralino.gateway.routing.BodyLimits.Larger;
import org.junit.jupiter.api.Test;

class BodyLimitsTest {

    @Test
    void an_address_may_take_more_than_the_others() {
        var limits = new BodyLimits(List.of(new Larger(Pattern.compile("/api/files(/.*)?"), 100)), 10);

        assertThat(limits.of("/api/files")).isEqualTo(100);
        assertThat(limits.of("/api/files/1")).isEqualTo(100);
        assertThat(limits.of("/api/conversations/api/files")).isEqualTo(10);
    }
}
