package org.centralino.conversation.thread.domain;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.MessageStatus;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;

/// What can be asked of a [Conversation]. Time, ids and who is asking come with it.
public sealed interface ConversationCommand {
    Instant at();

    /// A customer's message arrived that is not in the timeline yet.
    record RecordMessage(UUID messageId, String platformId, Instant writtenAt, Content content, Instant at)
            implements ConversationCommand {}

    /// An operator wants to answer.
    ///
    /// @param lastSeen the newest timeline position that the author saw
    /// @param newestByOthers the newest position that somebody else added
    /// @param epoch the epoch under which the author writes
    /// @param anyway whether to send although something was added since
    record SendReply(
            UUID messageId,
            Person author,
            Recipient recipient,
            Content.Text content,
            long lastSeen,
            long newestByOthers,
            long epoch,
            boolean anyway,
            Instant at)
            implements ConversationCommand {}

    /// The platform, or our own sending, says how far a message has come.
    record RecordStatus(
            UUID messageId,
            long sequence,
            MessageStatus current,
            MessageStatus status,
            Instant statusAt,
            PlatformError error,
            Instant at)
            implements ConversationCommand {}

    /// @param overOthers whether the operator may act on what somebody else holds
    record Resolve(Person by, boolean overOthers, Instant at) implements ConversationCommand {}

    /// @param overOthers whether the operator may act on what somebody else holds
    record Reopen(Person by, boolean overOthers, Instant at) implements ConversationCommand {}
}
