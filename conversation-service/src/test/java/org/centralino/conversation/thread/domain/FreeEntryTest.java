package org.centralino.conversation.thread.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FreeEntryTest {
    private static final Instant CAME = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void who_came_by_an_ad_waits_a_day_for_the_answer_that_makes_messages_free() {
        assertThat(FreeEntry.of(CAME, null, null, after(1))).isEqualTo(new FreeEntry(CAME, after(24), null, false));
        assertThat(FreeEntry.of(CAME, null, null, after(24))).isEqualTo(FreeEntry.NONE);
    }

    @Test
    void answered_in_time_they_are_free_for_three_days_from_the_answer() {
        assertThat(FreeEntry.of(CAME, after(2), null, after(50)))
                .isEqualTo(new FreeEntry(CAME, null, after(74), false));
        assertThat(FreeEntry.of(CAME, after(2), null, after(74))).isEqualTo(FreeEntry.NONE);
    }

    @Test
    void what_the_platform_says_overrules_what_is_reckoned() {
        assertThat(FreeEntry.of(CAME, after(2), after(73), after(3)))
                .isEqualTo(new FreeEntry(CAME, null, after(73), true));
        assertThat(FreeEntry.of(null, null, after(73), after(3))).isEqualTo(new FreeEntry(null, null, after(73), true));
    }

    @Test
    void an_answer_that_comes_too_late_makes_nothing_free() {
        assertThat(FreeEntry.of(CAME, after(24), null, after(25))).isEqualTo(FreeEntry.NONE);
    }

    @Test
    void who_came_again_after_a_free_time_is_offered_another() {
        assertThat(FreeEntry.of(CAME, null, after(-1), after(1)))
                .isEqualTo(new FreeEntry(CAME, after(24), null, false));
        assertThat(FreeEntry.of(CAME, after(2), after(-1), after(3)))
                .isEqualTo(new FreeEntry(CAME, null, after(74), false));
    }

    @Test
    void whoever_came_otherwise_is_written_to_for_money() {
        assertThat(FreeEntry.of(null, null, null, CAME)).isEqualTo(FreeEntry.NONE);
    }

    private static Instant after(int hours) {
        return CAME.plus(Duration.ofHours(hours));
    }
}
