package org.centralino.outbound.template.domain;

import java.util.List;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.HeaderFormat;
import org.jspecify.annotations.Nullable;

/// A template as somebody wants it. Anything may be missing or wrong: [DraftRules] says what.
///
/// @param name lower case letters, digits and underscores
/// @param language the platform's code
/// @param category what it is for
/// @param header what stands above the text
/// @param offer that ends at some time; null for none
/// @param body the text, with places to fill in as `{{name}}` or `{{1}}`; the platform writes that of an authentication
/// template
/// @param footer the small line below
/// @param buttons in the order in which they are to be shown
/// @param examples of what fills the places in the body
/// @param cards of a carousel, below the text; empty for none
/// @param code what is to be said of the code, of an authentication template
public record Draft(
        @Nullable String name,
        @Nullable String language,
        @Nullable Category category,
        @Nullable DraftHeader header,
        @Nullable DraftOffer offer,
        @Nullable String body,
        @Nullable String footer,
        List<DraftButton> buttons,
        List<DraftExample> examples,
        List<DraftCard> cards,
        @Nullable DraftCode code) {

    public Draft {
        cards = cards == null ? List.of() : List.copyOf(cards);
        buttons = buttons == null ? List.of() : List.copyOf(buttons);
        examples = examples == null ? List.of() : List.copyOf(examples);
    }

    /// What is to stand above the text.
    ///
    /// @param format a line of words, a file, a place or a product
    /// @param text of a line of words
    /// @param example of what fills the place in the line
    /// @param handle the platform's name of an example of the file
    public record DraftHeader(
            @Nullable HeaderFormat format,
            @Nullable String text,
            @Nullable String example,
            @Nullable String handle) {}

    /// An offer that does not last.
    ///
    /// @param text what it is
    /// @param ends whether whoever sends the template says when it ends
    public record DraftOffer(@Nullable String text, boolean ends) {}

    /// One card of a carousel.
    ///
    /// @param format what stands above its words: a picture, a video or a product
    /// @param handle the platform's name of an example of that file
    /// @param body its words, with places to fill in; all cards have some, or none has
    /// @param buttons one or two
    /// @param examples of what fills the places in its words
    public record DraftCard(
            @Nullable HeaderFormat format,
            @Nullable String handle,
            @Nullable String body,
            List<DraftButton> buttons,
            List<DraftExample> examples) {
        public DraftCard {
            buttons = buttons == null ? List.of() : List.copyOf(buttons);
            examples = examples == null ? List.of() : List.copyOf(examples);
        }
    }

    /// Something to press.
    ///
    /// @param text what stands on it; the platform writes what stands on one that copies a code, opens products
    ///     or the catalogue, asks for a contact card or whether we may call
    /// @param value the page, the number, or the id of the form
    /// @param example of what fills the place in the page's address, or of the code
    public record DraftButton(
            @Nullable ButtonKind kind,
            @Nullable String text,
            @Nullable String value,
            @Nullable String example) {}

    /// What could stand in a place of the body.
    ///
    /// @param name as it stands between the braces
    public record DraftExample(
            @Nullable String name, @Nullable String value) {}

    /// What an authentication template says of its code.
    ///
    /// @param advice whether it advises to show the code to nobody
    /// @param minutes for how long the code is good, if it says so
    public record DraftCode(boolean advice, @Nullable Integer minutes) {}

    /// @return the example for a place; empty when there is none
    public static String exampleOf(List<DraftExample> examples, String place) {
        for (var example : examples) {
            if (place.equals(example.name()) && example.value() != null) {
                return example.value();
            }
        }
        return "";
    }
}
