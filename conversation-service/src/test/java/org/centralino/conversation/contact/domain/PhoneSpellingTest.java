package org.centralino.conversation.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneSpellingTest {

    @ParameterizedTest
    @CsvSource({
        "551187654321, 5511987654321, a Brazilian mobile without its ninth digit",
        "5511987654321, 5511987654321, and with it",
        "556281234567, 5562981234567, in another state",
        "5215512345678, 525512345678, an old Mexican one",
        "525512345678, 525512345678, a new one",
        "5491123456789, 541123456789, Argentina with the 9",
        "541123456789, 541123456789, Argentina without it"
    })
    void two_spellings_are_one_number(String written, String canonical, String which) {
        assertThat(PhoneSpelling.canonical(written)).as(which).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "551133334444, a Brazilian landline",
        "393330000042, Italy",
        "16505550123, the United States",
        "5511, hardly a number",
        "4915112345678, Germany"
    })
    void other_numbers_have_one_spelling(String number, String which) {
        assertThat(PhoneSpelling.canonical(number)).as(which).isEqualTo(number);
    }
}
