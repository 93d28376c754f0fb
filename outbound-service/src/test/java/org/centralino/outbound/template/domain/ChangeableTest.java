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
        assertThat(Changeable.refusal(with(
                        Category.UTILITY, new Template.Header(Template.HeaderFormat.OTHER, null), List.of(), null)))
                .contains(Refusal.HAS_MORE);
    }

    @Test
    void one_with_a_part_that_is_not_known_would_lose_it() {
        assertThat(Changeable.refusal(with(Category.UTILITY, null, List.of(), List.of("AURA"))))
                .contains(Refusal.HAS_MORE);
    }

    @Test
    void a_code_that_gets_into_an_app_by_itself_would_only_be_copied() {
        assertThat(Changeable.refusal(with(Category.AUTHENTICATION, null, List.of(code("ZERO_TAP")), null)))
                .contains(Refusal.HAS_MORE);
        assertThat(Changeable.refusal(with(Category.AUTHENTICATION, null, List.of(code(null)), null)))
                .isEmpty();
    }

    private static Template.Button code(String otherwise) {
        return new Template.Button(Template.ButtonKind.ONE_TIME_CODE, "Copia", otherwise);
    }

    private static Template with(
            Category category, Template.Header header, List<Template.Button> buttons, List<String> unknownParts) {
        var plain = ComparisonTest.template("1", Approval.APPROVED);
        return new Template(
                plain.id(),
                plain.accountId(),
                plain.phoneNumberIds(),
                plain.name(),
                plain.language(),
                plain.status(),
                category,
                header,
                null,
                plain.body(),
                null,
                buttons,
                List.of(),
                List.of(),
                unknownParts,
                null,
                null);
    }

    private static Optional<Refusal> refusal(Approval status, String name, Category category) {
        return Changeable.refusal(
                ComparisonTest.template("1", status),
                new Draft(name, "it", category, null, null, "Ciao.", null, List.of(), List.of(), List.of(), null));
    }
}
