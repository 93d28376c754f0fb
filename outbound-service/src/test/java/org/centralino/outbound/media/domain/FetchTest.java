package org.centralino.outbound.media.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.Content.Attachment;
import org.centralino.events.Media.Loss;
import org.centralino.kit.media.domain.FileKind;
import org.centralino.outbound.media.domain.Fetch.Failure;
import org.centralino.outbound.media.domain.Fetch.Next;
import org.centralino.outbound.media.domain.Fetch.Pauses;
import org.junit.jupiter.api.Test;

class FetchTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Pauses PAUSES = new Pauses(Duration.ofSeconds(2), Duration.ofMinutes(30));
    private static final Failure AWAY = new Failure.Passing("It answered 503");
    private static final Failure UNKNOWN = new Failure.Hopeless(Loss.EXPIRED);

    @Test
    void the_pause_doubles_up_to_the_longest() {
        assertThat(after(AWAY, 1, NOON)).isEqualTo(new Next.TryAgain(Duration.ofSeconds(2)));
        assertThat(after(AWAY, 3, NOON)).isEqualTo(new Next.TryAgain(Duration.ofSeconds(8)));
        assertThat(after(AWAY, 5_000, NOON)).isEqualTo(new Next.TryAgain(Duration.ofMinutes(30)));
    }

    @Test
    void a_file_is_tried_again_until_the_platform_has_it_no_more() {
        assertThat(after(AWAY, 400, NOON.plus(Duration.ofDays(7)))).isInstanceOf(Next.TryAgain.class);
        assertThat(after(AWAY, 400, NOON.plus(Duration.ofDays(8)))).isEqualTo(new Next.GiveUp(Loss.EXPIRED));
    }

    @Test
    void what_leaves_no_hope_is_believed_the_fifth_time() {
        assertThat(after(UNKNOWN, 4, NOON)).isInstanceOf(Next.TryAgain.class);
        assertThat(after(UNKNOWN, 5, NOON)).isEqualTo(new Next.GiveUp(Loss.EXPIRED));
    }

    @Test
    void a_file_that_is_too_large_does_not_become_smaller() {
        assertThat(after(new Failure.Final(Loss.TOO_LARGE), 1, NOON)).isEqualTo(new Next.GiveUp(Loss.TOO_LARGE));
    }

    private static Next after(Failure failure, int attempt, Instant now) {
        var fetch = new Fetch(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Access.UNKNOWN,
                FileKind.IMAGE,
                new Attachment("700000000000151", null, null, null),
                null,
                NOON,
                attempt);
        return fetch.after(failure, now, PAUSES, 1);
    }
}
