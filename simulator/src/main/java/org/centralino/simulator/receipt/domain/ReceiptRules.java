package org.centralino.simulator.receipt.domain;

import java.time.Duration;
import java.util.Optional;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.ChatMessage.Fate;
import org.centralino.simulator.platform.domain.MessageStatus;

/// Which status a message of the business gets next, and when.
public final class ReceiptRules {
    private static final Duration A_GLANCE = Duration.ofMillis(400);

    private ReceiptRules() {}

    /// What the customer is looking at.
    public enum Attention {
        /// The page shows this chat.
        CHAT_OPEN,
        /// A page is open, and shows something else.
        CHAT_CLOSED,
        /// No page is open: customers read by themselves.
        NO_PAGE
    }

    /// How long things take.
    public record Delays(Duration sentAfter, Duration deliveredAfter, Duration readAfter) {}

    /// @param after since the message came to its present status
    public record Next(MessageStatus status, Duration after) {}

    /// @param reads whether the customer sends read receipts
    /// @return nothing when the message rests where it is
    public static Optional<Next> next(ChatMessage message, boolean reads, Attention attention, Delays delays) {
        return switch (message.status()) {
            case ACCEPTED ->
                next(fails(message.fate()) ? MessageStatus.FAILED : MessageStatus.SENT, delays.sentAfter());
            case SENT ->
                message.fate() == Fate.BLOCKED
                        ? Optional.empty()
                        : next(MessageStatus.DELIVERED, delays.deliveredAfter().minus(delays.sentAfter()));
            case DELIVERED -> reads ? reading(attention, delays) : Optional.empty();
            case WRITTEN, READ, FAILED -> Optional.empty();
        };
    }

    private static Optional<Next> reading(Attention attention, Delays delays) {
        return switch (attention) {
            case CHAT_OPEN -> next(MessageStatus.READ, shorter(A_GLANCE, delays.readAfter()));
            case CHAT_CLOSED -> Optional.empty();
            case NO_PAGE -> next(MessageStatus.READ, delays.readAfter());
        };
    }

    private static boolean fails(Fate fate) {
        return switch (fate) {
            case WINDOW_CLOSED, UNDELIVERABLE, MARKETING_STOPPED, MARKETING_CAPPED -> true;
            case ARRIVES, BLOCKED -> false;
        };
    }

    private static Optional<Next> next(MessageStatus status, Duration after) {
        return Optional.of(new Next(status, after.isNegative() ? Duration.ZERO : after));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
