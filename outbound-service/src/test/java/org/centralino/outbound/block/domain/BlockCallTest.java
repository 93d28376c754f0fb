package org.centralino.outbound.block.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.PlatformError;
import org.centralino.outbound.block.domain.BlockCall.Answer;
import org.centralino.outbound.block.domain.BlockCall.Next;
import org.centralino.outbound.block.domain.BlockCall.Patience;
import org.junit.jupiter.api.Test;

class BlockCallTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMinutes(10));
    private static final Answer UNCLEAR = new Answer.Unclear("WhatsApp answered 500 (code 0).");

    @Test
    void what_was_done_and_what_was_refused_is_settled() {
        var error = new PlatformError(139101, "Blocklist limit reached", null);

        assertThat(tried(1).after(new Answer.Done(), NOON, PATIENCE)).isEqualTo(new Next.Settled(null));
        assertThat(tried(1).after(new Answer.Refused(error), NOON, PATIENCE)).isEqualTo(new Next.Settled(error));
    }

    @Test
    void what_nobody_knows_is_tried_again_after_a_pause_that_grows() {
        assertThat(tried(1).after(UNCLEAR, NOON, PATIENCE)).isEqualTo(new Next.TryAgain(Duration.ofSeconds(1)));
        assertThat(tried(3).after(UNCLEAR, NOON, PATIENCE)).isEqualTo(new Next.TryAgain(Duration.ofSeconds(4)));
        assertThat(tried(90).after(UNCLEAR, NOON, PATIENCE)).isEqualTo(new Next.TryAgain(Duration.ofSeconds(5)));
    }

    @Test
    void after_a_while_it_is_given_up_with_what_was_seen() {
        var later = NOON.plus(Duration.ofMinutes(10));

        assertThat(tried(9).after(UNCLEAR, later, PATIENCE))
                .isEqualTo(new Next.Settled(new PlatformError(0, "WhatsApp answered 500 (code 0).", null)));
    }

    private static BlockCall tried(int attempt) {
        return new BlockCall(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Access("510000000000023", null, null),
                new Recipient("+393330000042", null),
                true,
                NOON,
                attempt);
    }
}
