package org.centralino.kit.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPhoneTest {
    @ParameterizedTest
    @CsvSource({
        "+39 347 123 4567, 393471234567",
        "0039/347-1234567, 393471234567",
        "' +1 (202) 555-0123 ', 12025550123",
        "+55 11 98888-7777, 5511988887777"
    })
    void a_number_with_its_countrys_code_is_understood_however_it_is_typed(String typed, String digits) {
        assertThat(TypedPhone.digits(typed)).contains(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "347 123 4567", "+39", "+39 12", "Giulia", "+", "00", "+999 123 456 789"})
    void what_may_be_of_any_country_or_is_no_number_is_not(String typed) {
        assertThat(TypedPhone.digits(typed)).isEmpty();
    }
}
