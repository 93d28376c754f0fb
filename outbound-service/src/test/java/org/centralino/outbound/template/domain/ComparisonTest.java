package org.centralino.outbound.template.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.centralino.events.Template;
import org.centralino.events.Template.Approval;
import org.centralino.events.Template.Category;
import org.centralino.outbound.template.domain.Comparison.Known;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Instant BEGAN = Instant.parse("2026-11-29T09:00:00Z");
    private static final Instant EARLIER = BEGAN.minusSeconds(60);
    private static final Instant MEANWHILE = BEGAN.plusSeconds(1);

    @Test
    void what_is_new_and_what_is_different_has_changed_and_what_is_missing_is_gone() {
        var comparison = Comparison.of(
                List.of(
                        known(template("1", Approval.PENDING), EARLIER),
                        known(template("2", Approval.APPROVED), EARLIER),
                        known(template("3", Approval.APPROVED), EARLIER)),
                List.of(
                        template("1", Approval.APPROVED),
                        template("2", Approval.APPROVED),
                        template("4", Approval.APPROVED)),
                BEGAN);

        assertThat(comparison.changed()).extracting(Template::id).containsExactly("1", "4");
        assertThat(comparison.gone()).containsExactly("3");
    }

    @Test
    void what_was_written_while_the_list_was_read_is_newer_than_the_list() {
        var changed = known(template("1", Approval.PENDING), MEANWHILE);
        var made = known(template("2", Approval.PENDING), MEANWHILE);
        var deleted = new Known(template("3", Approval.APPROVED), true, MEANWHILE, MEANWHILE);

        var comparison = Comparison.of(
                List.of(changed, made, deleted),
                List.of(template("1", Approval.APPROVED), template("3", Approval.APPROVED)),
                BEGAN);

        assertThat(comparison).isEqualTo(new Comparison(List.of(), List.of()));
    }

    @Test
    void what_comes_back_is_told_anew_and_what_is_gone_is_told_once() {
        var gone = new Known(template("1", Approval.APPROVED), true, EARLIER, EARLIER);

        assertThat(Comparison.of(List.of(gone), List.of(template("1", Approval.APPROVED)), BEGAN)
                        .changed())
                .hasSize(1);
        assertThat(Comparison.of(List.of(gone), List.of(), BEGAN).gone()).isEmpty();
    }

    @Test
    void what_was_told_a_day_ago_is_told_again_so_that_a_topic_made_anew_fills() {
        var longAgo = BEGAN.minus(Duration.ofHours(25));
        var old = new Known(template("1", Approval.APPROVED), false, longAgo, longAgo);

        var comparison = Comparison.of(List.of(old), List.of(template("1", Approval.APPROVED)), BEGAN);

        assertThat(comparison.changed()).hasSize(1);
    }

    private static Known known(Template template, Instant at) {
        return new Known(template, false, at, at);
    }

    static Template template(String id, Approval status) {
        return new Template(
                id,
                "290000000000017",
                List.of("510000000000023"),
                "saluto",
                "it",
                status,
                Category.UTILITY,
                null,
                null,
                "Ciao.",
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }
}
