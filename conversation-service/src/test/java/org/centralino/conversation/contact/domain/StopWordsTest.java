package org.centralino.conversation.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.centralino.events.Content;
import org.centralino.events.Content.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Stop", "STOP", " basta ", "Stop promotions", "Niente pubblicità", "Unsubscribe"})
    void a_button_of_a_template_that_says_stop_is_meant(String text) {
        assertThat(StopWords.pressed(new Choice(text, null, Choice.Of.TEMPLATE, null)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Non-stop", "Stop the delivery", "Sì, grazie", ""})
    void a_word_among_others_may_mean_anything(String text) {
        assertThat(StopWords.pressed(new Choice(text, null, Choice.Of.TEMPLATE, null)))
                .isFalse();
    }

    @Test
    void what_is_written_or_answers_an_operator_is_for_people() {
        assertThat(StopWords.pressed(new Content.Text("Stop"))).isFalse();
        assertThat(StopWords.pressed(new Choice("Stop", null, Choice.Of.BUTTON, null)))
                .isFalse();
    }
}
