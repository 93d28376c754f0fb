package org.centralino.outbound.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.dispatch.domain.ErrorTable.Outcome.ACCOUNT;
import static org.centralino.outbound.dispatch.domain.ErrorTable.Outcome.IN_DOUBT;
import static org.centralino.outbound.dispatch.domain.ErrorTable.Outcome.LATER;
import static org.centralino.outbound.dispatch.domain.ErrorTable.Outcome.REFUSED;
import static org.centralino.outbound.dispatch.domain.Samples.error;
import static org.centralino.outbound.dispatch.domain.Samples.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTableTest {

    @ParameterizedTest
    @ValueSource(ints = {4, 613, 80007, 130429, 131056})
    void a_limit_is_waited_for(int code) {
        assertThat(ErrorTable.of(problem(400, code))).isEqualTo(LATER);
        assertThat(ErrorTable.of(problem(429, code))).isEqualTo(LATER);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 131000, 131016, 131057, 132069, 133004, 134101, 139103})
    void trouble_on_the_platforms_side_leaves_doubt(int code) {
        assertThat(ErrorTable.of(problem(400, code))).isEqualTo(IN_DOUBT);
        assertThat(ErrorTable.of(problem(500, code))).isEqualTo(IN_DOUBT);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                3, 33, 100, 368, 130403, 130472, 130497, 131008, 131009, 131021, 131026, 131030, 131031, 131037, 131042,
                131045, 131047, 131048, 131049, 131050, 131051, 131052, 131053, 131055, 131062, 131063, 131064, 132000,
                132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 133000, 133005, 133006, 133008,
                133009, 133010, 133015, 133016, 134011, 134100, 134102, 135000, 136024, 136025, 137000, 141000, 2388019
            })
    void everything_else_of_the_table_is_a_refusal(int code) {
        assertThat(ErrorTable.of(problem(400, code))).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {131048, 131049, 131050})
    void what_must_never_be_repeated_is_a_refusal_even_when_the_answer_calls_it_passing(int code) {
        assertThat(ErrorTable.of(new Answer.Problem(429, error(code), true))).isEqualTo(REFUSED);
    }

    @Test
    void a_code_that_is_not_in_the_table_is_a_refusal() {
        assertThat(ErrorTable.of(problem(400, 777777))).isEqualTo(REFUSED);
    }

    @Test
    void a_code_that_is_not_in_the_table_leaves_doubt_when_it_is_said_to_pass() {
        assertThat(ErrorTable.of(new Answer.Problem(400, error(777777), true))).isEqualTo(IN_DOUBT);
    }

    @Test
    void too_many_requests_are_waited_for_whatever_the_code() {
        assertThat(ErrorTable.of(problem(429, 777777))).isEqualTo(LATER);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200, 250, 299, 131005})
    void a_permission_that_the_token_lacks_stops_the_number_and_not_the_message(int code) {
        assertThat(problem(403, code).isAboutTheToken()).isTrue();
        assertThat(ErrorTable.of(problem(403, code))).isEqualTo(ACCOUNT);
    }

    @Test
    void the_token_is_the_trouble_when_it_is_invalid_or_expired() {
        assertThat(problem(401, 190).isAboutTheToken()).isTrue();
        assertThat(problem(401, 0).isAboutTheToken()).isTrue();
        assertThat(problem(400, 131047).isAboutTheToken()).isFalse();
        assertThat(ErrorTable.of(problem(401, 190))).isEqualTo(ACCOUNT);
        assertThat(ErrorTable.of(problem(401, 0))).isEqualTo(ACCOUNT);
    }
}
