package org.centralino.outbound.lane.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.centralino.outbound.lane.domain.Slots.Slot;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final long LATER = 10 * SECOND;

    @Test
    void begin_as_if_all_had_been_used_just_now() {
        var slots = new Slots(80, 0);

        assertThat(slots.free(SECOND, 0)).isZero();
        assertThat(slots.free(SECOND + Slots.LONGEST_DELAY, 0)).isEqualTo(80);
    }

    @Test
    void are_held_for_a_second_however_long_answers_take_when_all_take_the_same() {
        var slots = new Slots(1, 0);
        answered(slots, LATER, 200 * MILLI);
        answered(slots, 2 * LATER, 200 * MILLI);

        assertThat(slots.free(2 * LATER + SECOND + Slots.MARGIN - 1, 0)).isZero();
        assertThat(slots.free(2 * LATER + SECOND + Slots.MARGIN, 0)).isEqualTo(1);
    }

    @Test
    void are_held_for_so_much_longer_as_the_answer_took_longer_than_the_quickest() {
        var slots = new Slots(1, 0);
        answered(slots, LATER, 5 * MILLI);
        answered(slots, 2 * LATER, 65 * MILLI);

        assertThat(slots.free(2 * LATER + SECOND + 60 * MILLI + Slots.MARGIN - 1, 0))
                .isZero();
        assertThat(slots.free(2 * LATER + SECOND + 60 * MILLI + Slots.MARGIN, 0))
                .isEqualTo(1);
    }

    @Test
    void are_held_no_longer_when_the_end_of_a_call_is_told_again_as_its_answer_is_written_down() {
        var slots = new Slots(1, 0);
        answered(slots, LATER, 5 * MILLI);
        var slot = slots.take();
        slots.open(slot, 2 * LATER, 0);
        slots.left(slot, 2 * LATER);
        slots.ended(slot, 2 * LATER + 5 * MILLI);
        slots.ended(slot, 2 * LATER + 200 * MILLI);

        assertThat(slots.free(2 * LATER + SECOND + Slots.MARGIN, 0)).isEqualTo(1);
    }

    @Test
    void forget_the_quickest_answer_when_the_way_has_become_longer() {
        var slots = new Slots(1, 0);
        answered(slots, LATER, 5 * MILLI);
        for (var minute = 1; minute <= 3; minute++) {
            answered(slots, LATER + minute * 60 * SECOND, 65 * MILLI);
        }

        assertThat(slots.free(LATER + 181 * SECOND + Slots.MARGIN, 0)).isEqualTo(1);
    }

    @Test
    void are_not_held_for_longer_by_an_answer_that_never_comes() {
        var slots = new Slots(1, 0);
        var slot = taken(slots, LATER);
        slots.left(slot, LATER);

        assertThat(slots.free(LATER + SECOND + Slots.LONGEST_DELAY, 0)).isEqualTo(1);
        slots.ended(slot, LATER + 5 * SECOND);
        assertThat(slots.free(LATER + 5 * SECOND, 0)).isEqualTo(1);
    }

    @Test
    void are_free_at_once_when_nothing_left() {
        var slots = new Slots(1, 0);
        var slot = slots.take();
        assertThat(slots.free(LATER, 0)).isZero();

        slots.ended(slot, LATER);

        assertThat(slots.free(LATER, 0)).isEqualTo(1);
    }

    @Test
    void are_taken_early_by_what_goes_as_soon_as_one_is_free() {
        var slots = new Slots(1, 0);
        answered(slots, LATER, 5 * MILLI);
        var free = LATER + SECOND + Slots.MARGIN;

        assertThat(slots.freeSoon(free - 10 * MILLI, 0, 10 * MILLI - 1)).isZero();
        assertThat(slots.freeSoon(free - 10 * MILLI, 0, 10 * MILLI)).isEqualTo(1);
        var early = slots.take();

        assertThat(slots.freeSoon(free - 10 * MILLI, 0, 10 * MILLI)).isZero();
        assertThat(slots.open(early, free - 1, 0)).isFalse();
        assertThat(slots.open(early, free, 0)).isTrue();
        assertThat(slots.free(free, 0)).isZero();
    }

    @Test
    void that_were_taken_early_and_given_back_are_there_for_others() {
        var slots = new Slots(1, 0);
        answered(slots, LATER, 5 * MILLI);
        var early = slots.take();

        slots.ended(early, LATER + 500 * MILLI);

        assertThat(slots.free(2 * LATER, 0)).isEqualTo(1);
    }

    @Test
    void are_fewer_by_what_comes_in() {
        assertThat(new Slots(80, 0).free(LATER, 30)).isEqualTo(50);
    }

    @Test
    void let_no_more_arrive_in_any_second_than_there_are_and_nearly_as_many() {
        var arrivals = arrivals(20, 5 * MILLI, 3 * MILLI, 0.01);

        assertThat(arrivals.size()).isGreaterThan(20 * 78);
    }

    @Test
    void let_no_more_arrive_in_any_second_however_unsteady_the_way_is() {
        var arrivals = arrivals(20, 5 * MILLI, 200 * MILLI, 0.2);

        assertThat(arrivals.size()).isGreaterThan(20 * 60);
    }

    /// @param way there and back, at least
    /// @param delay of any part of the way, at most
    /// @param stalled how many of them are delayed by as much as is covered
    private static List<Long> arrivals(int seconds, long way, long delay, double stalled) {
        var random = new Random(42);
        var slots = new Slots(80, 0);
        var arrivals = new ArrayList<Long>();
        var answers = new ArrayList<Answer>();
        for (var now = LATER; now < LATER + seconds * SECOND; now += MILLI) {
            var at = now;
            answers.removeIf(answer -> {
                var isHere = answer.at <= at;
                if (isHere) {
                    slots.ended(answer.slot, at);
                }
                return isHere;
            });
            for (var free = slots.free(now, 0); free > 0; free--) {
                var slot = taken(slots, now);
                slots.left(slot, now);
                var isStalled = random.nextDouble() < stalled;
                var arrival = now + way / 2 + (isStalled ? Slots.LONGEST_DELAY - 10 * MILLI : random.nextLong(delay));
                arrivals.add(arrival);
                answers.add(new Answer(arrival + way / 2 + random.nextLong(delay), slot));
            }
        }
        var sorted = arrivals.stream().sorted().toList();
        for (var first = 0; first + 80 < sorted.size(); first++) {
            assertThat(sorted.get(first + 80) - sorted.get(first)).isGreaterThanOrEqualTo(SECOND);
        }
        return sorted;
    }

    private static void answered(Slots slots, long left, long after) {
        var slot = taken(slots, left);
        slots.left(slot, left);
        slots.ended(slot, left + after);
    }

    private static Slot taken(Slots slots, long now) {
        var slot = slots.take();
        assertThat(slots.open(slot, now, 0)).isTrue();
        return slot;
    }

    private record Answer(long at, Slot slot) {}
}
