package org.centralino.conversation.template.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.centralino.conversation.template.domain.Suggestion.Candidate;
import org.centralino.conversation.template.domain.Suggestion.Placed;
import org.centralino.conversation.template.domain.Suggestion.Reason;
import org.centralino.events.Template;
import org.centralino.events.Template.Approval;
import org.centralino.events.Template.Category;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    @Test
    void what_was_sent_here_last_comes_first_in_whatever_language() {
        var placed = Suggestion.order(
                List.of(
                        candidate("grazie", "it", Category.UTILITY, null, 9),
                        candidate("thanks", "en", Category.MARKETING, 4L, 0),
                        candidate("hello", "en", Category.UTILITY, 2L, 0)),
                "it");

        assertThat(names(placed)).containsExactly("thanks", "hello", "grazie");
        assertThat(reasons(placed)).containsExactly(Reason.USED_HERE, Reason.USED_HERE, Reason.OFTEN);
    }

    @Test
    void what_is_in_the_language_goes_before_the_rest_and_what_is_no_advertising_before_what_is() {
        var placed = Suggestion.order(
                List.of(
                        candidate("saldi", "it", Category.MARKETING, null, 9),
                        candidate("thanks", "en", Category.UTILITY, null, 9),
                        candidate("ritardo", "it", Category.UTILITY, null, 0)),
                "it");

        assertThat(names(placed)).containsExactly("ritardo", "saldi", "thanks");
        assertThat(reasons(placed)).containsExactly(Reason.LANGUAGE, Reason.OFTEN, null);
    }

    @Test
    void the_very_language_goes_before_its_relatives() {
        var placed = Suggestion.order(
                List.of(
                        candidate("oi", "pt_PT", Category.UTILITY, null, 0),
                        candidate("ola", "pt_BR", Category.UTILITY, null, 0)),
                "pt_BR");

        assertThat(names(placed)).containsExactly("ola", "oi");
    }

    @Test
    void only_a_few_are_suggested_beside_those_that_were_used_here() {
        var placed = Suggestion.order(
                List.of(
                        candidate("a", "it", Category.UTILITY, null, 4),
                        candidate("b", "it", Category.UTILITY, null, 3),
                        candidate("c", "it", Category.UTILITY, null, 2),
                        candidate("d", "it", Category.UTILITY, null, 1)),
                null);

        assertThat(reasons(placed)).containsExactly(Reason.OFTEN, Reason.OFTEN, Reason.OFTEN, null);
    }

    @Test
    void what_the_team_noted_is_the_language_then_what_was_sent_here_then_what_the_operator_reads() {
        var sent = List.of(candidate("thanks", "en", Category.UTILITY, 2L, 0));

        assertThat(Suggestion.language("de", sent, "it")).isEqualTo("de");
        assertThat(Suggestion.language(null, sent, "it")).isEqualTo("en");
        assertThat(Suggestion.language(null, List.of(), "it")).isEqualTo("it");
        assertThat(Suggestion.language(null, List.of(), null)).isNull();
    }

    private static Candidate candidate(
            String name, String language, Category category, @Nullable Long usedHere, long timesSent) {
        var template = new Template(
                name,
                "290000000000017",
                List.of(),
                name,
                language,
                Approval.APPROVED,
                category,
                null,
                null,
                "Buongiorno",
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
        return new Candidate(template, usedHere, timesSent);
    }

    private static List<String> names(List<Placed> placed) {
        return placed.stream().map(each -> each.template().name()).toList();
    }

    private static List<@Nullable Reason> reasons(List<Placed> placed) {
        return placed.stream().map(Placed::reason).toList();
    }
}
