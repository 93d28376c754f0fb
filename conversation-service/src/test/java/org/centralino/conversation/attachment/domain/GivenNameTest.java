package org.centralino.conversation.attachment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "attachment; filename*=UTF-8''Perch%C3%A9%20no%2Bs%C3%AC.pdf | Perché no+sì.pdf",
                "attachment; filename*=utf-8'it'a+b.pdf | a+b.pdf",
                "attachment; filename=\"Preventivo 118.pdf\" | Preventivo 118.pdf",
                "attachment; filename=Preventivo.pdf | Preventivo.pdf",
                "attachment; filename=\"no.pdf\"; filename*=UTF-8''s%C3%AC.pdf | sì.pdf"
            })
    void a_name_is_read_as_the_browser_wrote_it(String disposition, String name) {
        assertThat(GivenName.of(disposition)).hasValue(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachment", "inline; size=7"})
    void without_one_there_is_none(String disposition) {
        assertThat(GivenName.of(disposition)).isEmpty();
        assertThat(GivenName.of(null)).isEmpty();
    }

    @Test
    void a_name_that_is_not_encoded_as_it_says_is_refused() {
        assertThatThrownBy(() -> GivenName.of("attachment; filename*=UTF-8''%C3%zz.pdf"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
