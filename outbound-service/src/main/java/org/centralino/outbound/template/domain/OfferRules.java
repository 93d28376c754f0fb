package org.centralino.outbound.template.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.HeaderFormat;
import org.centralino.outbound.template.domain.Draft.DraftButton;
import org.jspecify.annotations.Nullable;

/// What the platform asks of a template with an offer that does not last (fact sheet, section 10.4). What else it may
/// have, and that its text is shorter, the sheet does not say: the platform's own pages on such offers do.
final class OfferRules {
    private static final int LONGEST = 16;
    private static final int LONGEST_BODY = 600;
    private static final Set<ButtonKind> BUTTONS = Set.of(ButtonKind.COPY_CODE, ButtonKind.URL);
    private static final Set<HeaderFormat> HEADERS = Set.of(HeaderFormat.IMAGE, HeaderFormat.VIDEO);

    private final Draft draft;
    private final List<Flaw> flaws = new ArrayList<>();

    private OfferRules(Draft draft) {
        this.draft = draft;
    }

    /// @return nothing for a draft without an offer
    static List<Flaw> flawsOf(Draft draft) {
        var rules = new OfferRules(draft);
        if (draft.offer() != null) {
            rules.check(draft.offer().text() == null ? "" : draft.offer().text());
        }
        return rules.flaws;
    }

    private void check(String text) {
        if (text.isBlank()) {
            flaw("offer.text", "missing", null, "An offer says what it is.");
        } else if (lengthOf(text) > LONGEST) {
            flaw("offer.text", "too-long", LONGEST, "It has at most 16 characters.");
        } else if (text.contains("{{")) {
            flaw("offer.text", "no-place", null, "An offer has no place to fill in.");
        }
        if (draft.category() != Category.MARKETING) {
            flaw("category", "offer-marketing", null, "Templates with an offer are marketing templates.");
        }
        if (draft.header() != null
                && (draft.header().format() == null
                        || !HEADERS.contains(draft.header().format()))) {
            flaw("header.format", "offer-header", null, "Above an offer there is a picture, a video or nothing.");
        }
        if (draft.body() != null && lengthOf(draft.body()) > LONGEST_BODY) {
            flaw("body", "too-long", LONGEST_BODY, "Beside an offer it has at most 600 characters.");
        }
        if (draft.footer() != null && !draft.footer().isBlank()) {
            flaw("footer", "offer-footer", null, "A template with an offer has no footer.");
        }
        if (!draft.cards().isEmpty()
                || draft.buttons().isEmpty()
                || !draft.buttons().stream().map(DraftButton::kind).allMatch(OfferRules::isOfOffers)) {
            flaw(
                    "buttons",
                    "offer-buttons",
                    null,
                    "Below an offer there is a button that copies a code, opens a page, or both.");
        }
    }

    private static boolean isOfOffers(@Nullable ButtonKind kind) {
        return kind != null && BUTTONS.contains(kind);
    }

    private static int lengthOf(String text) {
        return text.codePointCount(0, text.length());
    }

    private void flaw(String path, String rule, @Nullable Integer limit, String detail) {
        flaws.add(new Flaw(path, rule, limit, detail));
    }
}
