package org.centralino.simulator.platform.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A template as a phone shows it: everything is filled in.
///
/// @param category what it counts as, in the platform's word
/// @param file what the file above is: the key of a label; null when there is none
/// @param header the line above
/// @param place the place above; null when there is none
/// @param offer that does not last; null when there is none
/// @param footer the small line below
/// @param cards that are scrolled through, below; empty when there are none
/// @param products what it shows, or a button opens, of the catalogue; null for none
public record TemplateCard(
        String category,
        @Nullable String file,
        @Nullable String header,
        @Nullable Place place,
        @Nullable Offer offer,
        String body,
        @Nullable String footer,
        List<Button> buttons,
        List<Card> cards,
        @Nullable Question products) {

    public TemplateCard {
        cards = cards == null ? List.of() : List.copyOf(cards);
    }

    /// @return the same with these products
    public TemplateCard opening(Question looked) {
        return new TemplateCard(category, file, header, place, offer, body, footer, buttons, cards, looked);
    }

    /// Something to press.
    ///
    /// @param type in the platform's word
    /// @param text what stands on it
    /// @param value where it leads, what it calls or copies, or what an answer by it brings back
    public record Button(String type, String text, @Nullable String value) {}

    /// A place on the map.
    ///
    /// @param latitude degrees, north of the equator
    /// @param longitude degrees, east of Greenwich
    public record Place(
            double latitude,
            double longitude,
            @Nullable String name,
            @Nullable String address) {}

    /// An offer that does not last.
    ///
    /// @param endsAt null when it was left open
    public record Offer(String text, @Nullable Instant endsAt) {}

    /// One card of a carousel.
    ///
    /// @param label what its file is: the key of a label
    /// @param file the id of its file; null when the file stands at an address
    /// @param body its words; null when it has none
    public record Card(
            String label, @Nullable String file, @Nullable String body, List<Button> buttons) {}

    public boolean isMarketing() {
        return category.equals("MARKETING");
    }
}
