package org.centralino.simulator.platform.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One message in the chat of a customer with the business.
///
/// @param wamid the platform's id
/// @param phoneNumberId the business number that it goes to or comes from
/// @param at the platform's time
/// @param fate what becomes of a message of the business; decided when it was accepted
/// @param callbackData `biz_opaque_callback_data` of the send, which every status echoes; null when there was none
/// @param quotedWamid the message that this one answers; null when it answers none
public record ChatMessage(
        String wamid,
        String customerId,
        String phoneNumberId,
        boolean fromCustomer,
        String text,
        Instant at,
        MessageStatus status,
        Instant statusAt,
        Fate fate,
        @Nullable String callbackData,
        @Nullable String quotedWamid) {

    /// What becomes of a message of the business.
    public enum Fate {
        ARRIVES,
        /// The customer has blocked the business: it is sent, and never delivered.
        BLOCKED,
        /// 131047: free text more than 24 hours after the customer wrote.
        WINDOW_CLOSED,
        /// 131026: nobody there has WhatsApp.
        UNDELIVERABLE
    }

    /// A message that the customer has just written.
    public static ChatMessage written(
            String wamid,
            String customerId,
            String phoneNumberId,
            String text,
            Instant at,
            @Nullable String quotedWamid) {
        return new ChatMessage(
                wamid,
                customerId,
                phoneNumberId,
                true,
                text,
                at,
                MessageStatus.WRITTEN,
                at,
                Fate.ARRIVES,
                null,
                quotedWamid);
    }

    /// @return the same message, further on its way
    public ChatMessage reached(MessageStatus status, Instant at) {
        return new ChatMessage(
                wamid,
                customerId,
                phoneNumberId,
                fromCustomer,
                text,
                this.at,
                status,
                at,
                fate,
                callbackData,
                quotedWamid);
    }

    /// @return whether the customer's phone shows it
    public boolean isOnThePhone() {
        return fromCustomer || status == MessageStatus.DELIVERED || status == MessageStatus.READ;
    }
}
