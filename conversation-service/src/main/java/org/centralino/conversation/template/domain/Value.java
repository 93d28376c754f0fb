package org.centralino.conversation.template.domain;

import java.util.Objects;
import org.centralino.events.Template.Parameter;
import org.centralino.events.Template.Place;
import org.jspecify.annotations.Nullable;

/// What somebody fills in at one place of a template.
///
/// @param place in which part it stands
/// @param card of a carousel, counted from 0; null outside of cards
/// @param button in whose address or code it stands, counted from 0; null elsewhere
/// @param name as it stands between the braces
/// @param text what is filled in
public record Value(
        Place place, @Nullable Integer card, @Nullable Integer button, String name, String text) {

    Slot slot() {
        return new Slot(place, card, button, name);
    }

    /// A place of a template that is to be filled in.
    record Slot(
            Place place, @Nullable Integer card, @Nullable Integer button, String name) {
        static Slot of(Parameter parameter) {
            return new Slot(parameter.place(), parameter.card(), parameter.button(), parameter.name());
        }

        /// @return whether it stands in that part of the template
        boolean stands(Place where, @Nullable Integer onCard, @Nullable Integer onButton) {
            return place == where && Objects.equals(card, onCard) && Objects.equals(button, onButton);
        }

        /// @return how a fault names it: `body.nome`, `button.0.1`
        String field() {
            var part = place.name().toLowerCase(java.util.Locale.ROOT);
            return (card == null ? "" : "card." + card + ".")
                    + part
                    + (button == null ? "" : "." + button)
                    + "."
                    + name;
        }
    }
}
