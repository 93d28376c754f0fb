package org.centralino.kit.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayPhoneTest {
    @ParameterizedTest
    @CsvSource({
        "+393471234567, +39 347 123 4567",
        "+12025550123, +1 202-555-0123",
        "+351912555014, +351 912 555 014",
        "+447911123456, +44 7911 123456"
    })
    void a_number_stands_in_the_groups_of_its_country(String phone, String shown) {
        assertThat(DisplayPhone.of(phone)).isEqualTo(shown);
    }

    @Test
    void a_platform_id_is_a_number_without_its_plus() {
        assertThat(DisplayPhone.of("390299990001")).isEqualTo("+39 02 9999 0001");
    }

    @Test
    void an_old_mexican_id_is_shown_although_no_telephone_has_it() {
        assertThat(DisplayPhone.of("+5215512345678").replaceAll("\\D", "")).isEqualTo("5215512345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "+1", "+999123"})
    void what_is_no_number_stays_as_it_is(String text) {
        assertThat(DisplayPhone.of(text)).isEqualTo(text);
    }
}
