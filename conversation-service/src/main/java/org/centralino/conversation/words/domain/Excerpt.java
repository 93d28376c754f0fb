package org.centralino.conversation.words.domain;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/// The piece of a text in which something was found.
///
/// @param text a piece of it as it stands there, never cut inside a character
/// @param ranges what was found in the piece
/// @param begun whether the text begins before it
/// @param goesOn whether the text goes on behind it
public record Excerpt(String text, List<Range> ranges, boolean begun, boolean goesOn) {
    private static final int LENGTH = 240;
    private static final int BEFORE = 60;

    public Excerpt {
        ranges = List.copyOf(ranges);
    }

    /// @param ranges what was found, in order
    public static Excerpt of(String text, List<Range> ranges) {
        var first = ranges.isEmpty() ? 0 : ranges.getFirst().from();
        var from = text.length() <= LENGTH || first <= BEFORE ? 0 : boundary(text, first - BEFORE);
        var to = text.length() - from <= LENGTH ? text.length() : boundary(text, from + LENGTH);
        var shown = ranges.stream()
                .filter(range -> range.from() < to && range.to() > from)
                .map(range -> new Range(Math.max(range.from(), from) - from, Math.min(range.to(), to) - from))
                .toList();
        return new Excerpt(text.substring(from, to), shown, from > 0, to < text.length());
    }

    /// @return the place, or the first before it, at which a line may be broken
    private static int boundary(String text, int place) {
        var lines = BreakIterator.getLineInstance(Locale.ROOT);
        lines.setText(text);
        var boundary = lines.isBoundary(place) ? place : lines.preceding(place);
        if (place - boundary <= BEFORE) {
            return boundary;
        }
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return characters.isBoundary(place) ? place : characters.preceding(place);
    }
}
