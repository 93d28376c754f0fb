package org.centralino.outbound.template.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.centralino.outbound.template.domain.Draft.DraftExample;
import org.jspecify.annotations.Nullable;

/// What the platform asks of words with places to fill in (fact sheet, section 10.4): of a template, or of a card.
final class BodyRules {
    private final String path;
    private final List<Flaw> flaws = new ArrayList<>();

    private BodyRules(String path) {
        this.path = path;
    }

    /// @param longest how many characters it may have
    /// @param path in front of that of each flaw: empty, or the card's with a dot
    static List<Flaw> flawsOf(String body, int longest, List<DraftExample> examples, String path) {
        var rules = new BodyRules(path);
        rules.check(body, longest, examples);
        return rules.flaws;
    }

    private void check(String body, int longest, List<DraftExample> examples) {
        var places = Places.of(body);
        if (body.isBlank()) {
            flaw("body", "missing", null, "A text is needed.");
        }
        if (body.codePointCount(0, body.length()) > longest) {
            flaw("body", "too-long", longest, "It has at most %d characters.".formatted(longest));
        }
        formOf(places).ifPresent(rule -> flaws.add(rule.at(path + "body")));
        if (places.beginOrEndTheText()) {
            flaw("body", "place-at-the-edge", null, "The text neither begins nor ends with a place to fill in.");
        }
        if (places.touchEachOther()) {
            flaw("body", "places-touch", null, "Between two places to fill in there are words.");
        }
        if (!places.every().isEmpty() && places.areTooManyForTheText()) {
            flaw("body", "too-many-places", null, "The text has too few words for so many places to fill in.");
        }
        for (var place : places.names()) {
            if (Draft.exampleOf(examples, place).isBlank()) {
                flaw(
                        "examples[%s]".formatted(place),
                        "example",
                        null,
                        "WhatsApp wants an example for each place to fill in.");
            }
        }
    }

    /// @return what is wrong with how places are written, wherever they stand
    static Optional<Flaw> formOf(Places places) {
        if (places.haveStrayBraces()) {
            return Optional.of(new Flaw("", "braces", null, "A place to fill in is written {{1}} or {{name}}."));
        }
        if (!places.names().isEmpty() && !places.areNumbered() && !places.areNamed()) {
            return Optional.of(new Flaw(
                    "",
                    "mixed-places",
                    null,
                    "Places to fill in are all numbers, or all names in lower case letters."));
        }
        return places.areNumbered() && !places.countFromOne()
                ? Optional.of(new Flaw("", "numbers", null, "Numbered places count from {{1}} without a gap."))
                : Optional.empty();
    }

    private void flaw(String where, String rule, @Nullable Integer limit, String detail) {
        flaws.add(new Flaw(path + where, rule, limit, detail));
    }
}
