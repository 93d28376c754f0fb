package org.centralino.outbound.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.dispatch.domain.Samples.NOON;
import static org.centralino.outbound.dispatch.domain.Samples.TRACE;

import java.time.Duration;
import org.centralino.events.Held;
import org.centralino.events.HeldReason;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final Waiting.Number FREE = new Waiting.Number(false, Duration.ZERO, Duration.ofSeconds(6), 80);
    private static final Waiting.Number STOPPED = new Waiting.Number(true, Duration.ZERO, Duration.ofSeconds(6), 80);
    private static final Waiting.Number IN_DEBT =
            new Waiting.Number(false, Duration.ofSeconds(4), Duration.ofSeconds(6), 80);

    @Test
    void waits_for_another_token_when_the_number_is_stopped_and_nobody_knows_until_when() {
        assertThat(waiting(Duration.ZERO, 1, 1, null).heldBy(STOPPED, NOON)).contains(new Held(HeldReason.TOKEN, null));
    }

    @Test
    void is_told_once_that_it_waits_for_another_token() {
        assertThat(waiting(Duration.ZERO, 1, 1, HeldReason.TOKEN).heldBy(STOPPED, NOON))
                .isEmpty();
    }

    @Test
    void goes_out_when_its_customer_may_be_sent_something_each_behind_those_before_it() {
        assertThat(waiting(Duration.ZERO, 1, 1, null).heldBy(IN_DEBT, NOON))
                .contains(new Held(HeldReason.PAIR, NOON.plusSeconds(4)));
        assertThat(waiting(Duration.ZERO, 3, 3, null).heldBy(IN_DEBT, NOON))
                .contains(new Held(HeldReason.PAIR, NOON.plusSeconds(16)));
    }

    @Test
    void goes_out_when_all_before_it_have_gone() {
        assertThat(waiting(Duration.ZERO, 400, 1, null).heldBy(FREE, NOON))
                .contains(new Held(HeldReason.THROUGHPUT, NOON.plusSeconds(5)));
    }

    @Test
    void goes_out_when_its_pause_is_over() {
        assertThat(waiting(Duration.ofSeconds(16), 1, 1, null).heldBy(FREE, NOON))
                .contains(new Held(HeldReason.PAUSE, NOON.plusSeconds(16)));
    }

    @Test
    void has_nothing_to_tell_when_its_turn_is_now_or_its_file_is_on_its_way() {
        assertThat(waiting(Duration.ZERO, 1, 1, null).heldBy(FREE, NOON)).isEmpty();
        assertThat(new Waiting(TRACE, Duration.ZERO, 900, 1, false, null).heldBy(FREE, NOON))
                .isEmpty();
    }

    private static Waiting waiting(Duration pause, int place, int placeInConversation, HeldReason told) {
        return new Waiting(TRACE, pause, place, placeInConversation, true, told);
    }
}
