package org.centralino.outbound.template.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.centralino.events.Template;
import org.centralino.events.Template.Approval;
import org.centralino.events.Template.Button;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.CarouselCard;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.HeaderFormat;

/// Whether a template can be changed (fact sheet, section 10.2).
public final class Changeable {
    private static final Set<Approval> STANDING = Set.of(Approval.APPROVED, Approval.REJECTED, Approval.PAUSED);
    private static final Set<HeaderFormat> OF_OURS = Set.of(
            HeaderFormat.TEXT,
            HeaderFormat.IMAGE,
            HeaderFormat.VIDEO,
            HeaderFormat.DOCUMENT,
            HeaderFormat.LOCATION,
            HeaderFormat.PRODUCT);
    private static final Set<HeaderFormat> OF_OUR_CARDS =
            Set.of(HeaderFormat.IMAGE, HeaderFormat.VIDEO, HeaderFormat.PRODUCT);
    private static final Set<ButtonKind> OF_OTHERS = Set.of(ButtonKind.OTHER, ButtonKind.ONE_TIME_CODE, ButtonKind.APP);

    private Changeable() {}

    /// Why it cannot be.
    public enum Refusal {
        /// Only approved, rejected and paused ones can.
        NOT_NOW,
        /// What is handed in replaces all of it, and it has parts that cannot be handed in from here.
        HAS_MORE,
        /// An approved one keeps its category.
        CATEGORY_FIXED,
        /// Name and language tell it from others.
        NAME_FIXED
    }

    /// @return why nothing of it can be changed
    public static Optional<Refusal> refusal(Template template) {
        if (!STANDING.contains(template.status())) {
            return Optional.of(Refusal.NOT_NOW);
        }
        return hasMore(template) ? Optional.of(Refusal.HAS_MORE) : Optional.empty();
    }

    /// @return why this cannot be made of it
    public static Optional<Refusal> refusal(Template template, Draft draft) {
        var refusal = refusal(template);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!template.name().equals(draft.name()) || !template.language().equals(draft.language())) {
            return Optional.of(Refusal.NAME_FIXED);
        }
        return template.status() == Approval.APPROVED && template.category() != draft.category()
                ? Optional.of(Refusal.CATEGORY_FIXED)
                : Optional.empty();
    }

    private static boolean hasMore(Template template) {
        return template.unknownParts() != null
                || template.header() != null
                        && !OF_OURS.contains(template.header().format())
                || (template.category() == Category.AUTHENTICATION
                        ? fillIn(template.buttons())
                        : haveMore(template.buttons()))
                || template.cards().stream().anyMatch(Changeable::hasMore);
    }

    private static boolean hasMore(CarouselCard card) {
        return card.header() == null || !OF_OUR_CARDS.contains(card.header().format()) || haveMore(card.buttons());
    }

    /// Only codes that are copied are handed in from here.
    private static boolean fillIn(List<Button> buttons) {
        return buttons.stream().anyMatch(button -> button.value() != null);
    }

    private static boolean haveMore(List<Button> buttons) {
        return buttons.stream().map(Button::kind).anyMatch(OF_OTHERS::contains);
    }
}
