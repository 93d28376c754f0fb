package org.centralino.conversation.template.domain;

import java.util.Optional;
import org.centralino.events.Content.FromTemplate.OpenedProducts;
import org.centralino.events.Template;
import org.centralino.events.Template.Button;
import org.centralino.events.Template.ButtonKind;
import org.jspecify.annotations.Nullable;

/// What a template's button opens of the business' catalogue (fact sheet, section 10.4).
enum Opened {
    /// None of its buttons opens any of it.
    NOTHING,
    /// Products that whoever sends it chooses.
    PRODUCTS,
    /// All of it.
    CATALOGUE;

    static Opened by(Template template) {
        return template.buttons().stream()
                .map(Button::kind)
                .filter(ButtonKind::isOfCatalogue)
                .findFirst()
                .map(kind -> kind == ButtonKind.MPM ? PRODUCTS : CATALOGUE)
                .orElse(NOTHING);
    }

    /// @return what is wrong with what was chosen
    Optional<String> complaint(@Nullable OpenedProducts chosen) {
        return Optional.ofNullable(
                switch (this) {
                    case NOTHING -> chosen == null ? null : "are opened by no button of this template";
                    case PRODUCTS ->
                        chosen == null || chosen.sections().isEmpty()
                                ? "are missing: choose those that the button opens"
                                : null;
                    case CATALOGUE -> {
                        if (chosen == null) {
                            yield "are missing: name the catalogue that the button opens";
                        }
                        yield chosen.sections().isEmpty()
                                ? null
                                : "have no sections here: the button opens the whole catalogue";
                    }
                });
    }
}
