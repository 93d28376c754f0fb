package org.centralino.conversation.words.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void a_short_text_is_shown_as_it_is() {
        assertThat(Excerpt.of("Il caffè è finito", List.of(new Range(3, 8))))
                .isEqualTo(new Excerpt("Il caffè è finito", List.of(new Range(3, 8)), false, false));
    }

    @Test
    void of_a_long_one_the_piece_with_what_was_found_is_shown_and_marked_there() {
        var text = "parola ".repeat(80) + "caffè" + " parola".repeat(80);
        var found = Question.of("caffe").ranges(text);

        var excerpt = Excerpt.of(text, found);

        assertThat(excerpt.text())
                .hasSizeLessThanOrEqualTo(301)
                .startsWith("parola")
                .contains("caffè");
        assertThat(excerpt.begun()).isTrue();
        assertThat(excerpt.goesOn()).isTrue();
        assertThat(excerpt.ranges())
                .extracting(range -> excerpt.text().substring(range.from(), range.to()))
                .containsExactly("caffè");
    }

    @Test
    void it_is_cut_between_pictures_and_never_inside_one() {
        var family = "👨\u200D👩\u200D👧";
        var excerpt = Excerpt.of(family.repeat(200), List.of());

        assertThat(excerpt.text().length() % family.length()).isZero();
    }
}
