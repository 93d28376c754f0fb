package org.centralino.simulator.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneNumberTest {

    @Test
    void is_read_in_any_spelling() {
        assertThat(PhoneNumber.digits("+39 347 555-0198")).contains("393475550198");
        assertThat(PhoneNumber.digits("(39) 347.555.0198")).contains("393475550198");
        assertThat(PhoneNumber.digits("12")).isEmpty();
        assertThat(PhoneNumber.digits("call me")).isEmpty();
    }

    @Test
    void is_shown_with_its_prefix_and_in_groups() {
        assertThat(PhoneNumber.display("393475550198")).isEqualTo("+39 347 555 0198");
        assertThat(PhoneNumber.display("905550102233")).isEqualTo("+90 555 010 2233");
    }
}
