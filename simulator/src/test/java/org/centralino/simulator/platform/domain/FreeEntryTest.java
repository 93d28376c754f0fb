package org.centralino.simulator.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.centralino.simulator.platform.domain.ChatMessage.Fate;
import org.centralino.simulator.platform.domain.Shown.Label;
import org.junit.jupiter.api.Test;

class FreeEntryTest {
    private static final Instant CAME = Instant.parse("2026-11-29T09:00:00Z");

    @Test
    void lasts_for_three_days_from_the_answer_to_who_came_by_an_ad() {
        var answer = answer(Duration.ofHours(2));
        var later = answer(Duration.ofHours(50));
        var chat = List.of(ad(), answer, later);

        assertThat(FreeEntry.until(chat, answer)).contains(CAME.plus(Duration.ofHours(74)));
        assertThat(FreeEntry.until(chat, later)).contains(CAME.plus(Duration.ofHours(74)));
    }

    @Test
    void is_over_after_three_days() {
        var late = answer(Duration.ofHours(75));

        assertThat(FreeEntry.until(List.of(ad(), answer(Duration.ofHours(2)), late), late))
                .isEmpty();
    }

    @Test
    void needs_an_answer_within_a_day() {
        var answer = answer(Duration.ofHours(25));

        assertThat(FreeEntry.until(List.of(ad(), answer), answer)).isEmpty();
    }

    @Test
    void needs_an_ad() {
        var answer = answer(Duration.ofHours(1));

        assertThat(FreeEntry.until(List.of(written(), answer), answer)).isEmpty();
    }

    private static ChatMessage written() {
        return ChatMessage.written("wamid.ad", "39", "5", "Buongiorno", CAME, null);
    }

    private static ChatMessage ad() {
        return written().showing(new Shown(Label.AD, "Saldi", null));
    }

    private static ChatMessage answer(Duration after) {
        var at = CAME.plus(after);
        return new ChatMessage(
                "wamid." + after, "39", "5", false, "Eccoci", at, MessageStatus.ACCEPTED, at, Fate.ARRIVES, null, null);
    }
}
