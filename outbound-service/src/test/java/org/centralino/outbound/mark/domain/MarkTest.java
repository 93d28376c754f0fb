package org.centralino.outbound.mark.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.PlatformError;
import org.centralino.outbound.mark.domain.Mark.Answer;
import org.centralino.outbound.mark.domain.Mark.Next;
import org.centralino.outbound.mark.domain.Mark.Patience;
import org.junit.jupiter.api.Test;

class MarkTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(10));
    private static final PlatformError EXPIRED = new PlatformError(190, "Error validating access token", null);
    private static final Answer REFUSED_TOKEN = new Answer.TokenRefused(EXPIRED, "fingerprint");
    private static final Answer UNCLEAR = new Answer.Unclear("WhatsApp answered 500.");

    @Test
    void an_emoji_waits_for_another_token_however_long_it_is_tried() {
        assertThat(emoji(NOON).after(REFUSED_TOKEN, NOON.plus(Duration.ofMinutes(30)), PATIENCE))
                .isEqualTo(new Next.AwaitToken());
    }

    @Test
    void that_it_waited_for_one_costs_it_no_patience() {
        var waited = emoji(NOON.plus(Duration.ofMinutes(30)));

        assertThat(waited.after(UNCLEAR, NOON.plus(Duration.ofMinutes(31)), PATIENCE))
                .isEqualTo(new Next.TryAgain(Duration.ofSeconds(1)));
    }

    @Test
    void what_stays_unclear_is_given_up_at_last() {
        assertThat(emoji(NOON).after(UNCLEAR, NOON.plus(Duration.ofMinutes(10)), PATIENCE))
                .isEqualTo(new Next.Settled(new PlatformError(0, "WhatsApp answered 500.", null)));
    }

    @Test
    void a_read_mark_waits_for_no_token() {
        var read = new Mark.Read(
                UUID.randomUUID(), UUID.randomUUID(), Access.UNKNOWN, UUID.randomUUID(), "wamid.1", false, NOON, 1);

        assertThat(read.after(REFUSED_TOKEN, NOON, PATIENCE)).isEqualTo(new Next.Settled(EXPIRED));
    }

    private static Mark emoji(Instant triedSince) {
        return new Mark.Emoji(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Access.UNKNOWN,
                UUID.randomUUID(),
                "wamid.1",
                new Recipient("+393330000042", null),
                "👍",
                NOON,
                triedSince,
                1);
    }
}
