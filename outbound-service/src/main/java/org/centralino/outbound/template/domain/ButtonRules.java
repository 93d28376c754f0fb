package org.centralino.outbound.template.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.centralino.events.Template.ButtonKind;
import org.centralino.outbound.template.domain.Draft.DraftButton;
import org.jspecify.annotations.Nullable;

/// What the platform asks of a template's buttons (fact sheet, section 10.4).
final class ButtonRules {
    private static final int MOST = 10;
    private static final int LONGEST_TEXT = 25;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_CODE = 15;
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s{}/]+(/[^\\s{}]*)?(\\{\\{1}})?");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d{6,20}");
    private static final Pattern FORM = Pattern.compile("\\d{1,40}");
    private static final Map<ButtonKind, Integer> MOST_OF = Map.of(
            ButtonKind.URL, 2,
            ButtonKind.PHONE_NUMBER, 1,
            ButtonKind.COPY_CODE, 1,
            ButtonKind.FLOW, 1,
            ButtonKind.VOICE_CALL, 1,
            ButtonKind.REQUEST_CONTACT_INFO, 1,
            ButtonKind.CALL_PERMISSION_REQUEST, 1);
    /// The platform writes what stands on them.
    private static final Set<ButtonKind> WITH_FIXED_WORDS = Set.of(
            ButtonKind.COPY_CODE,
            ButtonKind.CATALOG,
            ButtonKind.MPM,
            ButtonKind.REQUEST_CONTACT_INFO,
            ButtonKind.CALL_PERMISSION_REQUEST);

    private final List<DraftButton> buttons;
    private final String path;
    private final List<Flaw> flaws = new ArrayList<>();

    private ButtonRules(List<DraftButton> buttons, String path) {
        this.buttons = buttons;
        this.path = path;
    }

    /// @param path in front of that of each flaw: empty, or a card's with a dot
    static List<Flaw> flawsOf(List<DraftButton> buttons, String path) {
        var rules = new ButtonRules(buttons, path);
        rules.check();
        return rules.flaws;
    }

    private void check() {
        if (buttons.size() > MOST) {
            flaw("buttons", "too-many", MOST, "A template has at most 10 buttons.");
        }
        MOST_OF.forEach((kind, most) -> {
            if (buttons.stream().filter(button -> button.kind() == kind).count() > most) {
                flaw(
                        "buttons",
                        "too-many-of-a-kind",
                        most,
                        "There are at most %d buttons of this kind.".formatted(most));
            }
        });
        if (buttons.size() > 1 && buttons.stream().anyMatch(ButtonRules::isOfCatalogue)) {
            flaw(
                    "buttons",
                    "catalogue-alone",
                    null,
                    "A button that opens products or the catalogue is the only one of its template.");
        }
        if (areMixed()) {
            flaw("buttons", "quick-replies-apart", null, "Quick replies stand together, before or after the others.");
        }
        var texts = new HashSet<String>();
        for (var index = 0; index < buttons.size(); index++) {
            var button = buttons.get(index);
            check(button, "buttons[%d]".formatted(index));
            if (button.text() != null && !button.text().isBlank() && !texts.add(button.text())) {
                flaw("buttons[%d].text".formatted(index), "text-twice", null, "Each button has a text of its own.");
            }
        }
    }

    private static boolean isOfCatalogue(DraftButton button) {
        return button.kind() != null && button.kind().isOfCatalogue();
    }

    private boolean areMixed() {
        var changes = 0;
        for (var index = 1; index < buttons.size(); index++) {
            if ((buttons.get(index).kind() == ButtonKind.QUICK_REPLY)
                    != (buttons.get(index - 1).kind() == ButtonKind.QUICK_REPLY)) {
                changes++;
            }
        }
        return changes > 1;
    }

    private void check(DraftButton button, String at) {
        if (button.kind() == null || !WITH_FIXED_WORDS.contains(button.kind())) {
            var text = button.text() == null ? "" : button.text();
            if (text.isBlank()) {
                flaw(at + ".text", "missing", null, "A button has a text.");
            } else if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
                flaw(at + ".text", "too-long", LONGEST_TEXT, "It has at most 25 characters.");
            } else if (text.contains("{{")) {
                flaw(at + ".text", "no-place", null, "The text of a button has no place to fill in.");
            }
        }
        switch (button.kind()) {
            case QUICK_REPLY, CATALOG, MPM, SPM, VOICE_CALL, REQUEST_CONTACT_INFO, CALL_PERMISSION_REQUEST -> {
                // Its text is all there is.
            }
            case URL -> checkAddress(button, at);
            case PHONE_NUMBER ->
                matches(button.value(), PHONE, at, "phone", "A number has digits, with + and the country's code.");
            case COPY_CODE -> {
                var code = button.example();
                if (code == null || code.isBlank() || code.length() > LONGEST_CODE) {
                    flaw(at + ".example", "code", LONGEST_CODE, "An example of the code has 1 to 15 characters.");
                }
            }
            case FLOW -> matches(button.value(), FORM, at, "form", "A form is named by its number at the platform.");
            case APP, ONE_TIME_CODE, OTHER -> unknown(at);
            case null -> unknown(at);
        }
    }

    private void unknown(String at) {
        flaw(at + ".kind", "kind", null, "Buttons of this kind are made in WhatsApp Manager.");
    }

    private void checkAddress(DraftButton button, String at) {
        var address = button.value() == null ? "" : button.value();
        if (address.length() > LONGEST_ADDRESS) {
            flaw(at + ".value", "too-long", LONGEST_ADDRESS, "It has at most 2000 characters.");
        } else {
            matches(
                    address,
                    ADDRESS,
                    at,
                    "address",
                    "An address begins with https:// and may have one place to fill in, {{1}}, at its end.");
        }
        if (address.contains("{{")
                && (button.example() == null || button.example().isBlank())) {
            flaw(at + ".example", "example", null, "WhatsApp wants an example for each place to fill in.");
        }
    }

    private void matches(@Nullable String value, Pattern pattern, String at, String rule, String detail) {
        if (value == null || !pattern.matcher(value).matches()) {
            flaw(at + ".value", rule, null, detail);
        }
    }

    private void flaw(String where, String rule, @Nullable Integer limit, String detail) {
        flaws.add(new Flaw(path + where, rule, limit, detail));
    }
}
