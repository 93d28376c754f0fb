package org.centralino.conversation.template.domain;

import java.util.Optional;
import org.centralino.events.Content.FromTemplate.OpenedProducts;
import org.centralino.events.Template;
import org.centralino.events.Template.Button;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.CarouselCard;
import org.centralino.events.Template.HeaderFormat;
import org.jspecify.annotations.Nullable;

/// What a template shows or opens of the business' catalogue (fact sheet, section 10.4).
enum Opened {
    /// None of it.
    NOTHING,
    /// Products that whoever sends it chooses.
    PRODUCTS,
    /// A single product, which stands above the words.
    PRODUCT,
    /// A product on each card of a carousel.
    CARDS,
    /// All of it.
    CATALOGUE;

    static Opened by(Template template) {
        if (areProducts(template)) {
            return CARDS;
        }
        return template.buttons().stream()
                .map(Button::kind)
                .filter(ButtonKind::isOfCatalogue)
                .findFirst()
                .map(Opened::by)
                .orElse(NOTHING);
    }

    private static Opened by(ButtonKind kind) {
        return switch (kind) {
            case MPM -> PRODUCTS;
            case SPM -> PRODUCT;
            default -> CATALOGUE;
        };
    }

    /// @return whether the cards of a template are products, and no files
    static boolean areProducts(Template template) {
        return !template.cards().isEmpty() && template.cards().stream().allMatch(Opened::isProduct);
    }

    static boolean isProduct(CarouselCard card) {
        return card.header() != null && card.header().format() == HeaderFormat.PRODUCT;
    }

    /// @return what is wrong with what was chosen
    Optional<Complaint> complaint(@Nullable OpenedProducts chosen, Template template) {
        if (this == NOTHING) {
            return chosen == null
                    ? Optional.empty()
                    : Optional.of(Complaint.of("not-taken", "are opened by no button of this template"));
        }
        if (chosen == null) {
            return Optional.of(Complaint.missing(
                    this == CATALOGUE
                            ? "are missing: name the catalogue that the button opens"
                            : "are missing: choose those that it shows"));
        }
        var count = chosen.sections().stream()
                .mapToInt(section -> section.products().size())
                .sum();
        return switch (this) {
            case NOTHING -> Optional.empty();
            case PRODUCTS ->
                complaint(
                        !chosen.sections().isEmpty(),
                        Complaint.missing("are missing: choose those that the button opens"));
            case PRODUCT ->
                complaint(count == 1, new Complaint("count", 1, "must be a single one, which stands above the words"));
            case CARDS -> {
                var cards = template.cards().size();
                yield complaint(
                        chosen.sections().size() == 1 && count == cards,
                        Complaint.of("count", cards, "must be %d in one section, one for each card"));
            }
            case CATALOGUE ->
                complaint(
                        chosen.sections().isEmpty(),
                        Complaint.of("not-taken", "have no sections here: the button opens the whole catalogue"));
        };
    }

    private static Optional<Complaint> complaint(boolean fits, Complaint complaint) {
        return fits ? Optional.empty() : Optional.of(complaint);
    }
}
