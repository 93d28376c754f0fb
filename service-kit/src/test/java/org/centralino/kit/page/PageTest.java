package org.centralino.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.centralino.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void the_last_page_has_no_next_cursor() {
        assertThat(Page.of(List.of("a", "b"), 3, String::toUpperCase)).isEqualTo(new Page<>(List.of("a", "b"), null));
    }

    @Test
    void a_page_that_is_just_full_is_the_last() {
        assertThat(Page.of(List.of("a", "b"), 2, String::toUpperCase)).isEqualTo(new Page<>(List.of("a", "b"), null));
    }

    @Test
    void one_more_than_asked_for_only_tells_that_there_is_another_page() {
        assertThat(Page.of(List.of("a", "b", "c"), 2, String::toUpperCase))
                .isEqualTo(new Page<>(List.of("a", "b"), "B"));
    }

    @Test
    void nothing_is_a_page_too() {
        assertThat(Page.of(List.<String>of(), 50, String::toUpperCase)).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void pages_hold_fifty_unless_somebody_asks_for_another_number_up_to_a_hundred() {
        assertThat(Page.limit(null)).isEqualTo(50);
        assertThat(Page.limit("1")).isEqualTo(1);
        assertThat(Page.limit("100")).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-7", "101", "2147483648", "many", "", " "})
    void any_other_number_is_refused_with_the_bounds(String limit) {
        assertThatThrownBy(() -> Page.limit(limit))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().detail()).contains("from 1 to 100"));
    }
}
