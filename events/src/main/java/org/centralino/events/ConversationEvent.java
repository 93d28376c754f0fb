package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened in a conversation. Published by the conversation service on [Topics#CONVERSATION], keyed
/// by the conversation, in order per conversation. Each carries the [ConversationState] right after it.
public sealed interface ConversationEvent extends Event {

    /// A customer wrote to a business number for the first time.
    @WireName("conversation.opened.v1")
    record Opened(UUID conversationId, @Nullable Access access, Instant at, ConversationState conversation)
            implements Recorded {}

    /// A customer's message stands in the timeline.
    ///
    /// @param messageId our id of the message
    /// @param sequence its position in the timeline's log, dense per conversation
    /// @param platformId the platform's id (`wamid…`)
    /// @param platformAt when the platform says it was written: the timeline's display order
    /// @param content what it says
    /// @param context what it answers, and whether it was passed on
    /// @param quoted the message that it answers; null when it answers none, or one that is not in this inbox
    /// @param late whether it came more than two minutes after it was written, and stands above something
    ///     that was shown before it
    @WireName("conversation.message-received.v1")
    record MessageReceived(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            long sequence,
            String platformId,
            Instant platformAt,
            Content content,
            @Nullable MessageContext context,
            @Nullable Quoted quoted,
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
    /// @param again the message in doubt that it repeats, if it does
    @WireName("conversation.reply-queued.v1")
    record ReplyQueued(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            long sequence,
            Person author,
            Recipient recipient,
            Content content,
            boolean anyway,
            @Nullable UUID again,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// A message of ours moved on: its ticks, a failure, or doubt about its fate.
    ///
    /// @param messageId our id of the message
    /// @param sequence its position in the timeline's log
    /// @param status the new status; never a step back
    /// @param statusAt when the platform says it happened
    /// @param error why it failed, if it did
    @WireName("conversation.message-status-changed.v1")
    record MessageStatusChanged(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            long sequence,
            MessageStatus status,
            Instant statusAt,
            @Nullable PlatformError error,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// A person decided about a message of which nobody knew whether it was sent.
    ///
    /// @param messageId our id of the message
    /// @param sequence its position in the timeline's log
    /// @param outcome what was decided
    /// @param by who decided it
    /// @param again the new message that repeats it; null when it had arrived
    @WireName("conversation.doubt-settled.v1")
    record DoubtSettled(
            UUID conversationId,
            Access access,
            UUID messageId,
            long sequence,
            Outcome outcome,
            Person by,
            @Nullable UUID again,
            Instant at,
            ConversationState conversation)
            implements Recorded {

        /// What a person may decide.
        public enum Outcome {
            /// The customer has it: it counts as accepted.
            @JsonProperty("arrived")
            ARRIVED,
            /// It is sent once more, as a new message. The customer may get it twice.
            @JsonProperty("send-again")
            SEND_AGAIN
        }
    }

    /// An operator says that nothing is left to do.
    ///
    /// @param by who says it
    @WireName("conversation.resolved.v1")
    record Resolved(UUID conversationId, @Nullable Access access, Person by, Instant at, ConversationState conversation)
            implements Recorded {}

    /// A resolved conversation needs care again.
    ///
    /// @param by the operator who reopened it; null when the customer wrote again or the answer to him failed
    @WireName("conversation.reopened.v1")
    record Reopened(
            UUID conversationId,
            @Nullable Access access,
            @Nullable Person by,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// A type that this version does not know.
    record Unrecognised(String type) implements ConversationEvent {}

    /// What every event of a conversation says.
    sealed interface Recorded extends ConversationEvent, InConversation {
        /// The conversation right after it.
        ConversationState conversation();
    }

    /// Where a message goes. At least one is there; with both, the platform uses the phone number (fact
    /// sheet, 7.3).
    ///
    /// @param phone digits with a leading +
    /// @param bsuid the business-scoped user id
    record Recipient(@Nullable String phone, @Nullable String bsuid) {}
}
