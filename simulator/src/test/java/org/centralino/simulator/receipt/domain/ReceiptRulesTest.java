package org.centralino.simulator.receipt.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.ChatMessage.Fate;
import org.centralino.simulator.platform.domain.MessageStatus;
import org.centralino.simulator.receipt.domain.ReceiptRules.Attention;
import org.centralino.simulator.receipt.domain.ReceiptRules.Delays;
import org.centralino.simulator.receipt.domain.ReceiptRules.Next;
import org.junit.jupiter.api.Test;

class ReceiptRulesTest {
    private static final Delays DELAYS =
            new Delays(Duration.ofMillis(150), Duration.ofMillis(300), Duration.ofSeconds(2));

    @Test
    void a_message_is_sent_and_delivered_soon_after_it_was_accepted() {
        assertThat(next(MessageStatus.ACCEPTED, Fate.ARRIVES, true, Attention.NO_PAGE))
                .contains(new Next(MessageStatus.SENT, Duration.ofMillis(150)));
        assertThat(next(MessageStatus.SENT, Fate.ARRIVES, true, Attention.NO_PAGE))
                .contains(new Next(MessageStatus.DELIVERED, Duration.ofMillis(150)));
    }

    @Test
    void while_a_phone_page_is_open_a_message_is_read_when_its_chat_is_on_the_screen() {
        assertThat(next(MessageStatus.DELIVERED, Fate.ARRIVES, true, Attention.CHAT_OPEN))
                .contains(new Next(MessageStatus.READ, Duration.ofMillis(400)));
        assertThat(next(MessageStatus.DELIVERED, Fate.ARRIVES, true, Attention.CHAT_CLOSED))
                .isEmpty();
    }

    @Test
    void without_a_phone_page_customers_read_by_themselves() {
        assertThat(next(MessageStatus.DELIVERED, Fate.ARRIVES, true, Attention.NO_PAGE))
                .contains(new Next(MessageStatus.READ, Duration.ofSeconds(2)));
    }

    @Test
    void who_stopped_reading_sends_no_receipt() {
        assertThat(next(MessageStatus.DELIVERED, Fate.ARRIVES, false, Attention.CHAT_OPEN))
                .isEmpty();
    }

    @Test
    void to_who_blocked_the_business_a_message_is_sent_and_never_delivered() {
        assertThat(next(MessageStatus.ACCEPTED, Fate.BLOCKED, true, Attention.CHAT_OPEN))
                .map(Next::status)
                .contains(MessageStatus.SENT);
        assertThat(next(MessageStatus.SENT, Fate.BLOCKED, true, Attention.CHAT_OPEN))
                .isEmpty();
    }

    @Test
    void what_the_platform_accepted_against_its_rules_fails() {
        assertThat(next(MessageStatus.ACCEPTED, Fate.WINDOW_CLOSED, true, Attention.NO_PAGE))
                .map(Next::status)
                .contains(MessageStatus.FAILED);
        assertThat(next(MessageStatus.ACCEPTED, Fate.UNDELIVERABLE, true, Attention.NO_PAGE))
                .map(Next::status)
                .contains(MessageStatus.FAILED);
        assertThat(next(MessageStatus.FAILED, Fate.WINDOW_CLOSED, true, Attention.NO_PAGE))
                .isEmpty();
    }

    private static Optional<Next> next(MessageStatus status, Fate fate, boolean reads, Attention attention) {
        var message = new ChatMessage(
                "wamid.1", "39", "5", false, "Ciao", Instant.EPOCH, status, Instant.EPOCH, fate, null, null);
        return ReceiptRules.next(message, reads, attention, DELAYS);
    }
}
