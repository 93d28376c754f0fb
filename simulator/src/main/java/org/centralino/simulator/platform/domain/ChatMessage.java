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
/// @param marks what the customer did to it afterwards; null when nothing
/// @param shown what it is besides its words; null when it is words
/// @param senderId who of a group wrote it; null outside of groups
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
        @Nullable String quotedWamid,
        @Nullable Marks marks,
        @Nullable Shown shown,
        @Nullable String senderId) {

    public ChatMessage(
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
        this(
                wamid,
                customerId,
                phoneNumberId,
                fromCustomer,
                text,
                at,
                status,
                statusAt,
                fate,
                callbackData,
                quotedWamid,
                null,
                null,
                null);
    }

    /// What was done to a message.
    ///
    /// @param reaction the emoji that the customer set on it; null when there is none
    /// @param ofBusiness the emoji that the business set on it; null when there is none
    public record Marks(
            @Nullable String reaction,
            boolean edited,
            boolean deleted,
            @Nullable String ofBusiness) {
        public static final Marks NONE = new Marks(null, false, false, null);
    }

    /// What becomes of a message of the business.
    public enum Fate {
        ARRIVES,
        /// The customer has blocked the business: it is sent, and never delivered.
        BLOCKED,
        /// 131047: free text more than 24 hours after the customer wrote.
        WINDOW_CLOSED,
        /// 131026: nobody there has WhatsApp.
        UNDELIVERABLE,
        /// 131050: the customer wants no advertising of this business.
        MARKETING_STOPPED,
        /// 131049: the customer has had enough advertising for now.
        MARKETING_CAPPED
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
                quotedWamid,
                marks,
                shown,
                senderId);
    }

    /// @return the same message, which is more than words
    public ChatMessage showing(@Nullable Shown more) {
        return new ChatMessage(
                wamid,
                customerId,
                phoneNumberId,
                fromCustomer,
                text,
                at,
                status,
                statusAt,
                fate,
                callbackData,
                quotedWamid,
                marks,
                more,
                senderId);
    }

    /// @return the same message, in the chat of a group
    public ChatMessage by(String sender) {
        return new ChatMessage(
                wamid,
                customerId,
                phoneNumberId,
                fromCustomer,
                text,
                at,
                status,
                statusAt,
                fate,
                callbackData,
                quotedWamid,
                marks,
                shown,
                sender);
    }

    /// @return what the customer did to it
    public Marks marked() {
        return marks == null ? Marks.NONE : marks;
    }

    /// @return the same message with that emoji of the customer's on it; null takes it away
    public ChatMessage reacted(@Nullable String emoji) {
        return marked(text, new Marks(emoji, marked().edited(), marked().deleted(), marked().ofBusiness()));
    }

    /// @return the same message with that emoji of the business on it; null takes it away
    public ChatMessage reactedByBusiness(@Nullable String emoji) {
        return marked(text, new Marks(marked().reaction(), marked().edited(), marked().deleted(), emoji));
    }

    /// @return the same message, saying something else
    public ChatMessage edited(String words) {
        return marked(words, new Marks(marked().reaction(), true, false, marked().ofBusiness()));
    }

    /// @return the same message, which says nothing any more
    public ChatMessage deleted() {
        return marked("", new Marks(null, false, true, null));
    }

    private ChatMessage marked(String words, Marks now) {
        return new ChatMessage(
                wamid,
                customerId,
                phoneNumberId,
                fromCustomer,
                words,
                at,
                status,
                statusAt,
                fate,
                callbackData,
                quotedWamid,
                now,
                words.equals(text) ? shown : null,
                senderId);
    }

    /// @return whether the customer's phone shows it
    public boolean isOnThePhone() {
        return fromCustomer || status == MessageStatus.DELIVERED || status == MessageStatus.READ;
    }
}
