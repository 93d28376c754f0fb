package org.centralino.outbound.lane.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
        assertThat(slots.free(SECOND + Slots.JOURNEY, 0)).isEqualTo(80);
    }

    @Test
    void are_held_until_a_second_after_the_answer() {
        var slots = new Slots(1, 0);
        var slot = slots.take();
        slots.left(slot, LATER);
        slots.ended(slot, LATER + 5 * MILLI);

        assertThat(slots.free(LATER + SECOND + 4 * MILLI, 0)).isZero();
        assertThat(slots.free(LATER + SECOND + 5 * MILLI, 0)).isEqualTo(1);
    }

    @Test
    void are_not_held_for_longer_by_an_answer_that_takes_its_time() {
        var slots = new Slots(1, 0);
        var slot = slots.take();
        slots.left(slot, LATER);

        assertThat(slots.free(LATER + SECOND + Slots.JOURNEY, 0)).isEqualTo(1);
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
    void are_fewer_by_what_comes_in() {
        assertThat(new Slots(80, 0).free(LATER, 30)).isEqualTo(50);
    }

    @Test
    void let_no_more_arrive_in_any_second_than_there_are_and_nearly_as_many() {
        var random = new Random(42);
        var slots = new Slots(80, 0);
        var arrivals = new ArrayList<Long>();
        var answers = new ArrayList<Answer>();
        for (var now = LATER; now < LATER + 20 * SECOND; now += MILLI) {
            var at = now;
            answers.removeIf(answer -> {
                var isHere = answer.at <= at;
                if (isHere) {
                    slots.ended(answer.slot, at);
                }
                return isHere;
            });
            for (var free = slots.free(now, 0); free > 0; free--) {
                var slot = slots.take();
                slots.left(slot, now);
                var arrival = now + random.nextLong(15 * MILLI);
                arrivals.add(arrival);
                answers.add(new Answer(arrival + random.nextLong(300 * MILLI), slot));
            }
        }
        var sorted = arrivals.stream().sorted().toList();

        for (var first = 0; first + 80 < sorted.size(); first++) {
            assertThat(sorted.get(first + 80) - sorted.get(first)).isGreaterThanOrEqualTo(SECOND);
        }
        assertThat(sorted.size()).isGreaterThan(20 * 78);
    }

    private record Answer(long at, Slot slot) {}
}
