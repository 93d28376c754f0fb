package org.centralino.conversation.template.domain;

import java.time.Instant;
import java.util.List;
import org.centralino.events.Content.FromTemplate.OpenedProducts;
import org.centralino.events.Content.FromTemplate.PlaceAbove;
import org.centralino.events.Content.WithFile;
import org.jspecify.annotations.Nullable;

/// What whoever sends a template brings along besides words.
///
/// @param file what is to stand above the words; null for nothing
/// @param place what is to stand there instead; null for nothing
/// @param cards the file of each card of a carousel, in their order
/// @param products what it is to show, or its button to open, of the catalogue; null for nothing
/// @param offerEndsAt when its offer ends; null when it has none
public record Brought(
        @Nullable WithFile file,
        @Nullable PlaceAbove place,
        List<WithFile> cards,
        @Nullable OpenedProducts products,
        @Nullable Instant offerEndsAt) {
    /// Words alone.
    public static final Brought NOTHING = new Brought(null, null, List.of(), null, null);

    public Brought {
        cards = List.copyOf(cards);
    }
}
