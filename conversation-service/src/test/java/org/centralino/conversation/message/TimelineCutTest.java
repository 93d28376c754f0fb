package org.centralino.conversation.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.centralino.events.Content;
import org.centralino.events.MessageStatus;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Page;
import org.junit.jupiter.api.Test;

class TimelineCutTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Comparator<TimelineItem> IN_ORDER =
            Comparator.comparing(TimelineItem::at).thenComparing(TimelineItem::sequence);

    /// Customers' times are whole seconds: three messages share each.
    private static final List<TimelineItem> TIMELINE = LongStream.rangeClosed(1, 20)
            .mapToObj(sequence -> message(sequence, NOON.plusSeconds(sequence / 3)))
            .toList();

    @Test
    void the_newest_page_leads_to_older_ones_only() {
        var page = page(TimelineCut.atTheEnd(4));

        assertThat(sequences(page)).containsExactly(17L, 18L, 19L, 20L);
        assertThat(page.nextCursor()).isNotNull();
        assertThat(page.previousCursor()).isNull();
    }

    @Test
    void pages_of_any_size_lead_from_the_newest_to_the_oldest_and_back_and_leave_nothing_out() {
        assertThat(IntStream.rangeClosed(1, 21)).allSatisfy(limit -> {
            var down = new ArrayList<Long>();
            var page = page(TimelineCut.atTheEnd(limit));
            down.addAll(sequences(page));
            while (page.nextCursor() != null) {
                page = before(page.nextCursor(), limit);
                down.addAll(0, sequences(page));
            }
            assertThat(down).isEqualTo(sequences(TIMELINE));

            var up = new ArrayList<>(sequences(page));
            while (page.previousCursor() != null) {
                page = after(page.previousCursor(), limit);
                up.addAll(sequences(page));
            }
            assertThat(up).isEqualTo(sequences(TIMELINE));
        });
    }

    @Test
    void a_message_stands_in_the_middle_of_the_page_around_it() {
        var page = around(10, 5);

        assertThat(sequences(page)).containsExactly(8L, 9L, 10L, 11L, 12L);
        assertThat(sequences(before(page.nextCursor(), 3))).containsExactly(5L, 6L, 7L);
        assertThat(sequences(after(page.previousCursor(), 3))).containsExactly(13L, 14L, 15L);
    }

    @Test
    void every_message_stands_on_the_page_around_it_however_small() {
        assertThat(TIMELINE)
                .allSatisfy(message -> assertThat(IntStream.rangeClosed(1, 7))
                        .allSatisfy(limit -> assertThat(
                                        around(message.sequence(), limit).items())
                                .contains(message)
                                .hasSizeLessThanOrEqualTo(limit)));
    }

    @Test
    void around_the_first_and_the_last_there_is_nothing_on_the_other_side() {
        assertThat(around(1, 4).nextCursor()).isNull();
        assertThat(around(20, 4).previousCursor()).isNull();
    }

    @Test
    void a_page_on_which_nothing_stands_leads_back_to_where_it_came_from() {
        var beforeTheFirst = page(TimelineCut.before(NOON, 1, 2));
        var afterTheLast = page(TimelineCut.after(TIMELINE.getLast().at(), 20, 2));

        assertThat(beforeTheFirst.items()).isEmpty();
        assertThat(sequences(after(beforeTheFirst.previousCursor(), 2))).containsExactly(1L, 2L);
        assertThat(afterTheLast.items()).isEmpty();
        assertThat(sequences(before(afterTheLast.nextCursor(), 2))).containsExactly(19L, 20L);
    }

    private static Page<TimelineItem> before(String cursor, int limit) {
        var position = Cursor.read(cursor);
        return page(TimelineCut.before(position.time(), position.number(), limit));
    }

    private static Page<TimelineItem> after(String cursor, int limit) {
        var position = Cursor.read(cursor);
        return page(TimelineCut.after(position.time(), position.number(), limit));
    }

    private static Page<TimelineItem> around(long sequence, int limit) {
        var message = TIMELINE.get((int) sequence - 1);
        return page(TimelineCut.around(message.at(), sequence, limit));
    }

    /// What the database finds: one more on each side than the page shows.
    private static Page<TimelineItem> page(TimelineCut cut) {
        var place = message(cut.sequence(), cut.time());
        var found = new ArrayList<TimelineItem>();
        TIMELINE.reversed().stream()
                .filter(item -> IN_ORDER.compare(item, place) < 0)
                .limit(cut.older() + 1)
                .forEach(found::add);
        TIMELINE.stream()
                .filter(item -> IN_ORDER.compare(item, place) >= 0)
                .limit(cut.newer() + 1)
                .forEach(found::add);
        return cut.page(found);
    }

    private static List<Long> sequences(Page<TimelineItem> page) {
        return sequences(page.items());
    }

    private static List<Long> sequences(List<TimelineItem> items) {
        return items.stream().map(TimelineItem::sequence).toList();
    }

    private static TimelineItem message(long sequence, Instant at) {
        return new TimelineItem(
                new UUID(0, sequence),
                new UUID(0, 0),
                sequence,
                at,
                at,
                "message",
                "inbound",
                TimelineItem.Author.of("inbound", null, "Giulia Ferri", null, null),
                new Content.Text("Buongiorno"),
                null,
                null,
                MessageStatus.RECEIVED,
                at,
                false,
                false,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                null);
    }
}
