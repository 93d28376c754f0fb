package org.centralino.kit.page;

import java.util.List;
import java.util.function.Function;

/// A page of a list.
///
/// @param items what it holds, in the list's order
/// @param nextCursor how to ask for the next page, or null when this is the last
public record Page<T>(List<T> items, String nextCursor) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int LARGEST_LIMIT = 100;

    /// @param found up to `limit + 1` items: the one too many only tells that there is another page
    /// @param cursor where an item stands
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /// @return the asked limit within sensible bounds
    public static int limit(Integer asked) {
        return asked == null ? DEFAULT_LIMIT : Math.clamp(asked, 1, LARGEST_LIMIT);
    }
}
