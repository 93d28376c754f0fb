package org.centralino.outbound.template.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.centralino.events.Template;
import org.centralino.events.Template.Approval;
import org.centralino.events.Template.Category;
import org.centralino.outbound.template.domain.Changeable.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeableTest {
    @ParameterizedTest
    @EnumSource(
            value = Approval.class,
            names = {"APPROVED", "REJECTED", "PAUSED"},
            mode = EnumSource.Mode.EXCLUDE)
    void what_the_platform_looks_at_or_has_put_away_cannot_be_changed(Approval status) {
        assertThat(Changeable.refusal(ComparisonTest.template("1", status))).contains(Refusal.NOT_NOW);
    }

    @Test
    void an_approved_one_keeps_its_category_and_a_rejected_one_may_get_another() {
        assertThat(refusal(Approval.APPROVED, "saluto", Category.MARKETING)).contains(Refusal.CATEGORY_FIXED);
        assertThat(refusal(Approval.REJECTED, "saluto", Category.MARKETING)).isEmpty();
        assertThat(refusal(Approval.APPROVED, "saluto", Category.UTILITY)).isEmpty();
    }

    @Test
    void its_name_stays() {
        assertThat(refusal(Approval.REJECTED, "addio", Category.UTILITY)).contains(Refusal.NAME_FIXED);
    }

    @Test
    void one_with_a_header_that_cannot_be_made_here_would_lose_it() {
        var plain = ComparisonTest.template("1", Approval.APPROVED);
        var pictured = new Template(
                plain.id(),
                plain.accountId(),
                plain.phoneNumberIds(),
                plain.name(),
                plain.language(),
                plain.status(),
                plain.category(),
                new Template.Header(Template.HeaderFormat.OTHER, null),
                null,
                plain.body(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null);

        assertThat(Changeable.refusal(pictured)).contains(Refusal.HAS_MORE);
    }

    private static Optional<Refusal> refusal(Approval status, String name, Category category) {
        return Changeable.refusal(
                ComparisonTest.template("1", status),
                new Draft(name, "it", category, null, null, "Ciao.", null, List.of(), List.of(), List.of(), null));
    }
}
