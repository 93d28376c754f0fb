package org.centralino.events;

import java.time.Instant;
import java.util.UUID;

/// What happened in a conversation. Published by the conversation service on [Topics#CONVERSATION], keyed
/// by the conversation, in order per conversation. Each carries the [ConversationState] right after it.
public sealed interface ConversationEvent extends Event {

    /// A customer wrote to a business number for the first time.
    @WireName("conversation.opened.v1")
    record Opened(UUID conversationId, Instant at, ConversationState conversation) implements Recorded {}

    /// A customer's message stands in the timeline.
    ///
    /// @param messageId our id of the message
    /// @param sequence its position in the timeline's log, dense per conversation
    /// @param platformId the platform's id (`wamid…`)
    /// @param platformAt when the platform says it was written: the timeline's display order
    /// @param content what it says
    /// @param late whether it came after newer messages were already shown
    @WireName("conversation.message-received.v1")
    record MessageReceived(
            UUID conversationId,
            UUID messageId,
            long sequence,
            String platformId,
            Instant platformAt,
            Content content,
            boolean late,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// An operator's reply was accepted and waits to be sent. Sending is the outbound service's work.
    ///
    /// @param messageId the id that the operator's browser made; one id, one reply
    /// @param sequence its position in the timeline's log
    /// @param author who wrote it
    /// @param recipient where to send it
    /// @param content what it says
    /// @param anyway whether the author sent it knowing that something had been added since
    @WireName("conversation.reply-queued.v1")
    record ReplyQueued(
            UUID conversationId,
            UUID messageId,
            long sequence,
            Person author,
            Recipient recipient,
            Content content,
            boolean anyway,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// A message of ours moved on: its ticks, a failure, or doubt about its fate.
    ///
    /// @param messageId our id of the message
    /// @param sequence its position in the timeline's log
    /// @param status the new status; never a step back
    /// @param statusAt when the platform says it happened
    /// @param error why it failed, or null
    @WireName("conversation.message-status-changed.v1")
    record MessageStatusChanged(
            UUID conversationId,
            UUID messageId,
            long sequence,
            MessageStatus status,
            Instant statusAt,
            PlatformError error,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// An operator says that nothing is left to do.
    ///
    /// @param by who says it
    @WireName("conversation.resolved.v1")
    record Resolved(UUID conversationId, Person by, Instant at, ConversationState conversation) implements Recorded {}

    /// A resolved conversation needs care again.
    ///
    /// @param by the operator who reopened it, or null when the customer wrote again
    @WireName("conversation.reopened.v1")
    record Reopened(UUID conversationId, Person by, Instant at, ConversationState conversation) implements Recorded {}

    /// A type that this version does not know.
    record Unrecognised(String type) implements ConversationEvent {}

    /// What every event of a conversation says.
    sealed interface Recorded extends ConversationEvent {
        /// Which conversation.
        UUID conversationId();

        /// When it happened, by our clock.
        Instant at();

        /// The conversation right after it.
        ConversationState conversation();
    }

    /// Where a message goes. At least one is there; with both, the platform uses the phone number (fact
    /// sheet, 7.3).
    ///
    /// @param phone digits with a leading +, or null
    /// @param bsuid the business-scoped user id, or null
    record Recipient(String phone, String bsuid) {}
}
