package org.centralino.outbound.template.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.centralino.events.PlatformError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachedLimitTest {

    @ParameterizedTest
    @ValueSource(ints = {4, 613, 80007, 80008, 80012})
    void so_many_calls_in_a_while_are_waited_for(int code) {
        assertThat(ReachedLimit.of(error(code), false)).contains(ReachedLimit.TOO_MANY_NOW);
    }

    @Test
    void a_full_account_and_a_blocked_name_have_codes_of_their_own() {
        assertThat(ReachedLimit.of(error(2388019), false)).contains(ReachedLimit.ACCOUNT_FULL);
        assertThat(ReachedLimit.of(error(2388023), false)).contains(ReachedLimit.NAME_BLOCKED);
    }

    @Test
    void only_an_approved_one_may_have_been_changed_too_often() {
        assertThat(ReachedLimit.of(error(100), true)).contains(ReachedLimit.CHANGED_LATELY);
        assertThat(ReachedLimit.of(error(100), false)).isEmpty();
    }

    @Test
    void what_is_wrong_with_its_words_is_no_limit() {
        assertThat(ReachedLimit.of(error(2388040), true)).isEmpty();
    }

    private static PlatformError error(int code) {
        return new PlatformError(code, "Invalid parameter", null);
    }
}
