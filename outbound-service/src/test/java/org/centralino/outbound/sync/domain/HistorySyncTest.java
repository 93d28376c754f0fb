package org.centralino.outbound.sync.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;
import org.centralino.outbound.sync.domain.HistorySync.State;
import org.junit.jupiter.api.Test;

class HistorySyncTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Person ANNA = new Person(new UUID(0, 7), "Anna Ricci");
    private static final PlatformError DECLINED = new PlatformError(2593109, "Turned off", null);
    private static final PlatformError TOO_LATE = new PlatformError(2593108, "Too late", null);

    @Test
    void nobody_asked_and_nothing_came() {
        assertThat(sync(null).at(NOON)).isEqualTo(State.NONE);
    }

    @Test
    void what_was_asked_for_is_awaited_for_six_hours() {
        var sync = sync(asked(NOON, null));

        assertThat(sync.at(NOON.plus(Duration.ofHours(6)))).isEqualTo(State.ASKED);
        assertThat(sync.at(NOON.plus(Duration.ofHours(6)).plusSeconds(1))).isEqualTo(State.SILENT);
    }

    @Test
    void each_piece_gives_it_six_more_hours_and_one_that_comes_after_all_makes_it_go_on() {
        var sync = sync(asked(NOON, null), piece(0, 20, 100, 60), piece(1, 40, 300, 3600 * 5));

        assertThat(sync.at(NOON.plus(Duration.ofHours(10)))).isEqualTo(State.RUNNING);
        assertThat(sync.at(NOON.plus(Duration.ofHours(12)))).isEqualTo(State.SILENT);
        assertThat(sync.messages()).isEqualTo(400);
        assertThat(sync.progress()).isEqualTo(40);
    }

    @Test
    void it_runs_also_when_it_was_asked_for_elsewhere() {
        assertThat(sync(null, piece(0, 20, 100, 0)).at(NOON)).isEqualTo(State.RUNNING);
    }

    @Test
    void it_is_complete_when_the_oldest_days_are_whole_in_whatever_order_the_pieces_come() {
        var sync = sync(asked(NOON, null), piece(2, 100, 5, 10), piece(1, 100, 5, 60), piece(2, 80, 5, 90));

        assertThat(sync.at(NOON.plus(Duration.ofDays(30)))).isEqualTo(State.COMPLETE);
    }

    @Test
    void the_newest_days_alone_are_not_all_of_it() {
        assertThat(sync(asked(NOON, null), piece(0, 100, 5, 10)).at(NOON.plusSeconds(20)))
                .isEqualTo(State.RUNNING);
    }

    @Test
    void whoever_has_the_phone_may_decline_at_once_or_later() {
        var refusedAtOnce = sync(asked(NOON, DECLINED));
        var declinedLater = sync(asked(NOON, null), declined(60));

        assertThat(refusedAtOnce.at(NOON)).isEqualTo(State.DECLINED);
        assertThat(declinedLater.at(NOON.plusSeconds(90))).isEqualTo(State.DECLINED);
    }

    @Test
    void what_was_declined_before_it_was_asked_for_again_says_nothing() {
        assertThat(sync(asked(NOON.plusSeconds(600), null), declined(60)).at(NOON.plusSeconds(700)))
                .isEqualTo(State.ASKED);
    }

    @Test
    void what_the_platform_refuses_does_not_undo_what_came() {
        assertThat(sync(asked(NOON, TOO_LATE)).at(NOON)).isEqualTo(State.REFUSED);
        assertThat(sync(asked(NOON, TOO_LATE), piece(0, 20, 5, 60)).at(NOON.plusSeconds(90)))
                .isEqualTo(State.RUNNING);
    }

    @Test
    void it_may_be_asked_again_only_when_it_was_refused_or_never_answered() {
        var unanswered = new SyncRequest(SyncKind.HISTORY, NOON, ANNA, null, null);

        assertThat(asked(NOON, null).mayBeRepeated(NOON.plus(Duration.ofDays(1))))
                .isFalse();
        assertThat(asked(NOON, TOO_LATE).mayBeRepeated(NOON)).isTrue();
        assertThat(unanswered.mayBeRepeated(NOON.plusSeconds(30))).isFalse();
        assertThat(unanswered.mayBeRepeated(NOON.plusSeconds(61))).isTrue();
    }

    @Test
    void what_was_declined_or_has_ended_without_an_end_may_be_asked_for_once_more() {
        assertThat(sync(asked(NOON, null), declined(60)).mayBeAskedFor(NOON.plusSeconds(90)))
                .isTrue();
        assertThat(sync(asked(NOON, null)).mayBeAskedFor(NOON.plus(Duration.ofHours(7))))
                .isTrue();
        assertThat(sync(asked(NOON, null)).mayBeAskedFor(NOON.plus(Duration.ofHours(1))))
                .isFalse();
        assertThat(sync(null, piece(2, 100, 5, 10)).mayBeAskedFor(NOON.plus(Duration.ofDays(9))))
                .isFalse();
    }

    private static HistorySync sync(SyncRequest request, Piece... pieces) {
        return new HistorySync(request, List.of(pieces));
    }

    private static SyncRequest asked(Instant at, PlatformError error) {
        return new SyncRequest(SyncKind.HISTORY, at, ANNA, at, error);
    }

    private static Piece piece(int phase, int progress, int messages, int second) {
        return new Piece(phase, progress, messages, null, NOON.plusSeconds(second));
    }

    private static Piece declined(int second) {
        return new Piece(null, null, 0, DECLINED, NOON.plusSeconds(second));
    }
}
