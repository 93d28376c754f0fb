package org.centralino.kit.page;

import java.util.List;
import java.util.function.Function;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A page of a list.
///
/// @param items what it holds, in the list's order
/// @param nextCursor how to ask for the next page; left out when this is the last
/// @param previousCursor how to ask for what stands before the first item, in the opposite direction; left out when
///     nothing does, or when the list is read in one direction only
public record Page<T>(
        List<T> items,
        @Nullable String nextCursor,
        @Nullable String previousCursor) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int LARGEST_LIMIT = 100;

    public Page(List<T> items, @Nullable String nextCursor) {
        this(items, nextCursor, null);
    }

    /// @param found up to `limit + 1` items: the one too many only tells that there is another page
    /// @param cursor where an item stands
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /// @param asked how many items somebody wants on a page, as it stands in the address; null for the usual
    ///     number
    /// @throws ProblemException with 400 when it is no number from 1 to 100
    public static int limit(@Nullable String asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        try {
            var limit = Integer.parseInt(asked);
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException noNumber) {
            // Said below, like a number that is out of bounds.
        }
        throw Problem.invalid("limit must be a whole number from 1 to %d.".formatted(LARGEST_LIMIT))
                .asException();
    }
}
