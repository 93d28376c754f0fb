package org.centralino.conversation.thread.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplyWindowTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final ReplyWindow SINCE_NOON = new ReplyWindow(null).after(NOON);

    @Test
    void is_shut_from_when_the_platform_says_so() {
        var window = SINCE_NOON.shut(NOON.plusSeconds(60));

        assertThat(window.isOpenAt(NOON.plusSeconds(59))).isTrue();
        assertThat(window.isOpenAt(NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void opens_when_the_customer_writes_after_that() {
        var window = SINCE_NOON.shut(NOON.plusSeconds(60)).after(NOON.plusSeconds(120));

        assertThat(window.isOpenAt(NOON.plus(Duration.ofHours(24)))).isTrue();
    }

    @Test
    void stays_open_when_the_customer_wrote_after_what_the_platform_speaks_of() {
        assertThat(SINCE_NOON.shut(NOON.minusSeconds(1))).isEqualTo(SINCE_NOON);
    }

    @Test
    void that_was_shut_stays_as_it_is() {
        assertThat(SINCE_NOON.shut(NOON.plus(Duration.ofDays(3)))).isEqualTo(SINCE_NOON);
        assertThat(new ReplyWindow(null).shut(NOON)).isEqualTo(new ReplyWindow(null));
    }
}
