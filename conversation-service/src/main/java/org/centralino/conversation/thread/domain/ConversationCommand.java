package org.centralino.conversation.thread.domain;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.MessageContext;
import org.centralino.events.Person;
import org.centralino.events.Quoted;
import org.jspecify.annotations.Nullable;

/// What can be asked of a [Conversation]. Time, ids and who is asking come with it.
public sealed interface ConversationCommand {
    Instant at();

    /// A customer's message arrived that is not in the timeline yet.
    ///
    /// @param writtenAt when, by the platform's clock
    /// @param context what it answers, and whether it was passed on
    /// @param quoted the message that it answers, if it is in this conversation
    record RecordMessage(
            UUID messageId,
            String platformId,
            Instant writtenAt,
            Content content,
            @Nullable MessageContext context,
            @Nullable Quoted quoted,
            Instant at)
            implements ConversationCommand {}

    /// An operator wants to answer.
    ///
    /// @param lastSeen the newest timeline position that the author saw
    /// @param epoch the epoch under which the author writes
    /// @param anyway whether to send although something was added since
    /// @param again the message in doubt that this one repeats, if it does
    record SendReply(
            UUID messageId,
            Person author,
            Recipient recipient,
            Content content,
            long lastSeen,
            long epoch,
            boolean anyway,
            @Nullable UUID again,
            Instant at)
            implements ConversationCommand {}

    /// The answers that reached the platform changed.
    ///
    /// @param through up to this position everything is answered, or needs no answer
    /// @param waitingSince when the first message came that is not; null when there is none
    /// @param failed whether one failed that no later one made up for
    record RecordAnswers(long through, @Nullable Instant waitingSince, boolean failed, Instant at)
            implements ConversationCommand {}

    /// An operator wants the customer blocked, or not any more. Whoever holds the conversation has no say in it.
    ///
    /// @param requestId names this wish
    record Block(UUID requestId, boolean blocked, Person by, Recipient recipient, Instant at)
            implements ConversationCommand {}

    /// @param overOthers whether the operator may act on what somebody else holds
    /// @param lastSeen the newest timeline position that he saw
    record Resolve(Person by, boolean overOthers, long lastSeen, Instant at) implements ConversationCommand {}

    /// @param overOthers whether the operator may act on what somebody else holds
    record Reopen(Person by, boolean overOthers, Instant at) implements ConversationCommand {}
}
