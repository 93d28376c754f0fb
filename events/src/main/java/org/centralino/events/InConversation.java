package org.centralino.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened in a conversation. It says to whom that conversation was visible at that moment, so
/// that nobody who passes it on needs to look that up.
public sealed interface InConversation extends Keyed
        permits ConversationEvent.Recorded,
                AssignmentEvent.ResponderChanged,
                NoteEvent.Changed,
                OutboundEvent.Answered,
                OutboundEvent.MessageHeld,
                OutboundEvent.BlockAnswered,
                OutboundEvent.Fetched,
                OutboundEvent.ReactionAnswered {
    /// Which conversation.
    UUID conversationId();

    @Override
    default String recordKey() {
        return conversationId().toString();
    }

    /// To whom it was visible right after this; null in an event that was told before events said so.
    @Nullable
    Access access();

    /// When it happened, by our clock.
    Instant at();
}
