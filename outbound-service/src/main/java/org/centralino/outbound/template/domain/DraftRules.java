package org.centralino.outbound.template.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.HeaderFormat;
import org.centralino.outbound.template.domain.Draft.DraftButton;
import org.centralino.outbound.template.domain.Draft.DraftHeader;
import org.jspecify.annotations.Nullable;

/// What the platform asks of a template (fact sheet, sections 10.4 and 10.5), so that nobody waits a day to be told.
public final class DraftRules {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2,4})?");
    private static final int LONGEST_LINE = 60;
    private static final int LONGEST_BODY = 1_024;
    private static final int MOST_MINUTES = 90;

    private final Draft draft;
    private final List<Flaw> flaws = new ArrayList<>();

    private DraftRules(Draft draft) {
        this.draft = draft;
    }

    /// @return what the platform would refuse of it; nothing when it may be handed in
    public static List<Flaw> flawsOf(Draft draft) {
        var rules = new DraftRules(draft);
        rules.check();
        return List.copyOf(rules.flaws);
    }

    private void check() {
        if (draft.name() == null || !NAME.matcher(draft.name()).matches()) {
            flaw("name", "name", 512, "A name has lower case letters, digits and underscores, up to 512 of them.");
        }
        if (draft.language() == null || !LANGUAGE.matcher(draft.language()).matches()) {
            flaw("language", "language", null, "A language is a code of the platform, such as it or en_US.");
        }
        if (draft.category() == null || draft.category() == Category.OTHER) {
            flaw("category", "missing", null, "A category is needed.");
        }
        if (draft.category() == Category.AUTHENTICATION) {
            checkCode();
        } else {
            checkHeader(draft.header());
            checkBody();
            checkFooter();
            checkCatalogue();
            flaws.addAll(OfferRules.flawsOf(draft));
            flaws.addAll(ButtonRules.flawsOf(draft.buttons(), ""));
            flaws.addAll(CardRules.flawsOf(draft));
        }
    }

    /// Its words are the platform's, so there is nothing else to say.
    private void checkCode() {
        var code = draft.code();
        if (code != null && code.minutes() != null && (code.minutes() < 1 || code.minutes() > MOST_MINUTES)) {
            flaw("code.minutes", "minutes", MOST_MINUTES, "A code is good for 1 to 90 minutes.");
        }
        if (draft.header() != null
                || isThere(draft.body())
                || isThere(draft.footer())
                || draft.offer() != null
                || !draft.buttons().isEmpty()
                || !draft.cards().isEmpty()) {
            flaw(
                    "category",
                    "fixed-words",
                    null,
                    "WhatsApp writes the words and the button of authentication templates.");
        }
    }

    private void checkHeader(@Nullable DraftHeader header) {
        if (header == null || header.format() == HeaderFormat.LOCATION || header.format() == HeaderFormat.PRODUCT) {
            return;
        }
        if (header.format() == null || header.format() == HeaderFormat.OTHER) {
            flaw(
                    "header.format",
                    "header-format",
                    null,
                    "Above the text there are words, a file, a place or a product.");
            return;
        }
        if (header.format() != HeaderFormat.TEXT) {
            if (!isThere(header.handle())) {
                flaw("header.handle", "file-example", null, "WhatsApp wants an example of the file.");
            }
            return;
        }
        var text = header.text() == null ? "" : header.text();
        var places = Places.of(text);
        if (text.isBlank()) {
            flaw("header.text", "missing", null, "A header of words has words.");
        }
        lengthOf(text, LONGEST_LINE, "header.text");
        if (text.contains("\n")) {
            flaw("header.text", "one-line", null, "A header is one line.");
        }
        BodyRules.formOf(places).ifPresent(flaw -> flaws.add(flaw.at("header.text")));
        if (places.every().size() > 1) {
            flaw("header.text", "one-place", 1, "A header has one place to fill in at most.");
        }
        if (!places.names().isEmpty() && !isThere(header.example())) {
            flaw("header.example", "example", null, "WhatsApp wants an example for each place to fill in.");
        }
    }

    private void checkBody() {
        var body = draft.body() == null ? "" : draft.body();
        flaws.addAll(BodyRules.flawsOf(body, LONGEST_BODY, draft.examples(), ""));
        var header = draft.header();
        if (header != null && header.text() != null && differ(Places.of(header.text()), Places.of(body))) {
            flaw("header.text", "mixed-places", null, "Places to fill in are all numbers, or all names.");
        }
    }

    private static boolean differ(Places one, Places other) {
        return one.areNumbered() && other.areNamed() || one.areNamed() && other.areNumbered();
    }

    private void checkFooter() {
        var footer = draft.footer() == null ? "" : draft.footer();
        lengthOf(footer, LONGEST_LINE, "footer");
        if (footer.contains("\n")) {
            flaw("footer", "one-line", null, "A footer is one line.");
        }
        if (footer.contains("{{")) {
            flaw("footer", "no-place", null, "A footer has no place to fill in.");
        }
    }

    private void lengthOf(String text, int most, String path) {
        if (text.codePointCount(0, text.length()) > most) {
            flaw(path, "too-long", most, "It has at most %d characters.".formatted(most));
        }
    }

    /// The fact sheet does not say it; the platform's own pages on templates with products do.
    private void checkCatalogue() {
        var opening = Stream.concat(
                        draft.buttons().stream(), draft.cards().stream().flatMap(card -> card.buttons().stream()))
                .map(DraftButton::kind)
                .filter(kind -> kind != null && kind.isOfCatalogue())
                .findFirst();
        var format = draft.header() == null ? null : draft.header().format();
        if ((format == HeaderFormat.PRODUCT) != opens(ButtonKind.SPM)) {
            flaw(
                    "header.format",
                    "product-opened",
                    null,
                    "A product above the text has the button that opens it, and that button has the product above.");
        }
        if (opening.isEmpty()) {
            return;
        }
        if (draft.category() != Category.MARKETING) {
            flaw("category", "catalogue-marketing", null, "Templates that open products are marketing templates.");
        }
        var fits = switch (opening.get()) {
            case CATALOG -> format == null;
            case MPM -> format == null || format == HeaderFormat.TEXT;
            default -> true;
        };
        if (!fits) {
            flaw(
                    "header.format",
                    "catalogue-header",
                    null,
                    "Above the text stands a product's picture: a template that opens products may have a line of words"
                            + " there, one that opens the catalogue nothing.");
        }
    }

    private boolean opens(ButtonKind kind) {
        return draft.buttons().stream().anyMatch(button -> button.kind() == kind);
    }

    private static boolean isThere(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private void flaw(String path, String rule, @Nullable Integer limit, String detail) {
        flaws.add(new Flaw(path, rule, limit, detail));
    }
}
