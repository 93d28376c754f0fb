package org.centralino.outbound.template.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.HeaderFormat;
import org.centralino.outbound.template.domain.Draft.DraftButton;
import org.centralino.outbound.template.domain.Draft.DraftCard;
import org.jspecify.annotations.Nullable;

/// What the platform asks of the cards of a carousel (fact sheet, section 10.4). That a card has one or two buttons and
/// at most 160 characters, and that all have words or none, the sheet does not say: the platform's own pages on
/// carousels do.
final class CardRules {
    private static final int FEWEST = 2;
    private static final int MOST = 10;
    private static final int MOST_BUTTONS = 2;
    private static final int LONGEST_BODY = 160;
    private static final Set<HeaderFormat> FORMATS =
            Set.of(HeaderFormat.IMAGE, HeaderFormat.VIDEO, HeaderFormat.PRODUCT);
    private static final Set<ButtonKind> BUTTONS =
            Set.of(ButtonKind.QUICK_REPLY, ButtonKind.URL, ButtonKind.PHONE_NUMBER);

    private final Draft draft;
    private final List<Flaw> flaws = new ArrayList<>();

    private CardRules(Draft draft) {
        this.draft = draft;
    }

    /// @return nothing for a draft without cards
    static List<Flaw> flawsOf(Draft draft) {
        var rules = new CardRules(draft);
        if (!draft.cards().isEmpty()) {
            rules.check();
        }
        return rules.flaws;
    }

    private void check() {
        var cards = draft.cards();
        if (cards.size() < FEWEST || cards.size() > MOST) {
            flaw("cards", "number-of-cards", MOST, "A carousel has 2 to 10 cards.");
        }
        if (draft.header() != null
                || !draft.buttons().isEmpty()
                || draft.footer() != null && !draft.footer().isBlank()) {
            flaw("cards", "cards-alone", null, "Beside cards there is a text above them, and nothing else.");
        }
        if (cards.stream().map(CardRules::layout).distinct().count() > 1) {
            flaw(
                    "cards",
                    "cards-alike",
                    null,
                    "All cards are laid out alike: the same kind of file, words on all or on none, and the same kinds"
                            + " of buttons in the same order.");
        }
        for (var index = 0; index < cards.size(); index++) {
            check(cards.get(index), "cards[%d].".formatted(index));
        }
    }

    private static List<Object> layout(DraftCard card) {
        return List.of(
                card.format() == null ? HeaderFormat.OTHER : card.format(),
                card.body() != null && !card.body().isBlank(),
                card.buttons().stream()
                        .map(button -> button.kind() == null ? ButtonKind.OTHER : button.kind())
                        .toList());
    }

    private void check(DraftCard card, String path) {
        if (card.format() == null || !FORMATS.contains(card.format())) {
            flaw(path + "format", "card-format", null, "On a card there is a picture, a video or a product.");
        }
        if (card.format() == HeaderFormat.PRODUCT) {
            checkProduct(card, path);
            return;
        }
        if (card.handle() == null || card.handle().isBlank()) {
            flaw(path + "handle", "file-example", null, "WhatsApp wants an example of the file.");
        }
        if (card.body() != null && !card.body().isBlank()) {
            flaws.addAll(BodyRules.flawsOf(card.body(), LONGEST_BODY, card.examples(), path));
        }
        if (card.buttons().isEmpty() || card.buttons().size() > MOST_BUTTONS) {
            flaw(path + "buttons", "buttons-of-card", MOST_BUTTONS, "A card has one or two buttons.");
        }
        if (card.buttons().stream().map(DraftButton::kind).anyMatch(kind -> kind == null || !BUTTONS.contains(kind))) {
            flaw(
                    path + "buttons",
                    "kinds-of-card",
                    null,
                    "On a card there are quick replies, pages and numbers to call.");
        }
        flaws.addAll(ButtonRules.flawsOf(card.buttons(), path));
    }

    /// Its words are those of the catalogue.
    private void checkProduct(DraftCard card, String path) {
        if (card.body() != null && !card.body().isBlank()) {
            flaw(path + "body", "product-words", null, "A card with a product has the words of the catalogue.");
        }
        if (card.buttons().size() != 1 || card.buttons().getFirst().kind() != ButtonKind.SPM) {
            flaw(path + "buttons", "product-button", 1, "A card with a product has one button, which opens it.");
        }
        flaws.addAll(ButtonRules.flawsOf(card.buttons(), path));
    }

    private void flaw(String path, String rule, @Nullable Integer limit, String detail) {
        flaws.add(new Flaw(path, rule, limit, detail));
    }
}
