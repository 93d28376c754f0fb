package org.centralino.conversation.message;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Page;

/// A place between two messages, and how many a page shows on both sides of it.
///
/// @param time with `sequence`: what stands before this place is older, what stands at it or after it is newer
/// @param older how many messages before the place, at most
/// @param newer how many from the place on, at most
record TimelineCut(Instant time, long sequence, int older, int newer) {
    private static final Comparator<TimelineItem> IN_ORDER =
            Comparator.comparing(TimelineItem::at).thenComparing(TimelineItem::sequence);
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    static TimelineCut atTheEnd(int limit) {
        return new TimelineCut(END_OF_TIME, Long.MAX_VALUE, limit, 0);
    }

    static TimelineCut before(Instant time, long sequence, int limit) {
        return new TimelineCut(time, sequence, limit, 0);
    }

    static TimelineCut after(Instant time, long sequence, int limit) {
        return new TimelineCut(time, sequence + 1, 0, limit);
    }

    static TimelineCut around(Instant time, long sequence, int limit) {
        return new TimelineCut(time, sequence, limit / 2, limit - limit / 2);
    }

    OffsetDateTime timeInDatabase() {
        return time.atOffset(ZoneOffset.UTC);
    }

    /// @param found in any order, one more on each side than the page shows, if there is one: it tells that there is
    ///     another page
    Page<TimelineItem> page(List<TimelineItem> found) {
        var inOrder = found.stream().sorted(IN_ORDER).toList();
        var below = (int) inOrder.stream().filter(item -> !isFromHere(item)).count();
        var first = Math.max(0, below - older);
        var end = Math.min(inOrder.size(), below + newer);
        var items = inOrder.subList(first, end);
        return new Page<>(
                items,
                first == 0 ? null : items.isEmpty() ? Cursor.of(time, sequence) : cursor(items.getFirst()),
                end == inOrder.size()
                        ? null
                        : items.isEmpty() ? Cursor.of(time, sequence - 1) : cursor(items.getLast()));
    }

    private boolean isFromHere(TimelineItem item) {
        var order = item.at().compareTo(time);
        return order > 0 || order == 0 && item.sequence() >= sequence;
    }

    private static String cursor(TimelineItem item) {
        return Cursor.of(item.at(), item.sequence());
    }
}
