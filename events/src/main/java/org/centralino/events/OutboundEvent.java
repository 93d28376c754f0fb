package org.centralino.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a message that we sent, and of what else was to be done on the platform. Published by
/// the outbound service on [Topics#OUTBOUND], keyed by the conversation. After one of these the
/// platform's own statuses tell the rest.
public sealed interface OutboundEvent extends Event {

    /// The platform took the message over.
    ///
    /// @param platformId the platform's id (`wamid…`), by which later statuses name it
    /// @param waId how the platform spells the customer's number, in digits; null when as we do
    @WireName("outbound.message-accepted.v1")
    record MessageAccepted(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            String platformId,
            @Nullable String waId,
            Instant at)
            implements Answered {

        /// The customer's number is spelled as we do.
        public MessageAccepted(
                UUID conversationId, @Nullable Access access, UUID messageId, String platformId, Instant at) {
            this(conversationId, access, messageId, platformId, null, at);
        }
    }

    /// The platform refused the message; it was not sent.
    ///
    /// @param error why
    @WireName("outbound.message-refused.v1")
    record MessageRefused(UUID conversationId, @Nullable Access access, UUID messageId, PlatformError error, Instant at)
            implements Answered {}

    /// The call ended without a usable answer. The message may have been sent, so it is never sent again by
    /// itself; a status webhook may still tell its fate.
    ///
    /// @param reason what was seen, in words
    @WireName("outbound.message-in-doubt.v1")
    record MessageInDoubt(UUID conversationId, @Nullable Access access, UUID messageId, String reason, Instant at)
            implements Answered {}

    /// The message waits, and for longer than anybody expects. Told once when that is seen, and again
    /// when the reason or the time turns out to be another one; what becomes of the message ends it.
    ///
    /// @param messageId our id of the message
    /// @param held what it waits for, and about until when
    @WireName("outbound.message-held.v1")
    record MessageHeld(UUID conversationId, @Nullable Access access, UUID messageId, Held held, Instant at)
            implements OutboundEvent, InConversation {}

    /// The file of a customer's message is in the object store.
    ///
    /// @param messageId our id of the message
    /// @param key where it stands in the object store
    /// @param thumbnailKey where its small form stands; null when there is none
    /// @param media what is known of it
    @WireName("outbound.media-stored.v1")
    record MediaStored(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            String key,
            @Nullable String thumbnailKey,
            Media media,
            Instant at)
            implements Fetched {}

    /// The file of a customer's message cannot be had.
    ///
    /// @param messageId our id of the message
    /// @param media why
    @WireName("outbound.media-lost.v1")
    record MediaLost(UUID conversationId, @Nullable Access access, UUID messageId, Media media, Instant at)
            implements Fetched {}

    /// The platform was asked to block a customer, or to let him in again.
    ///
    /// @param requestId the wish of which this is what became
    /// @param blocked whether he was to be blocked
    /// @param error why it was not done; null when it was
    @WireName("outbound.block-answered.v1")
    record BlockAnswered(
            UUID conversationId,
            @Nullable Access access,
            UUID requestId,
            boolean blocked,
            @Nullable PlatformError error,
            Instant at)
            implements OutboundEvent, InConversation {}

    /// The platform has set an emoji of ours on a message, or taken it away, or it did not.
    ///
    /// @param reactionId the wish of which this is what became
    /// @param messageId our id of the message
    /// @param error why it was not done; null when it was
    @WireName("outbound.reaction-answered.v1")
    record ReactionAnswered(
            UUID conversationId,
            @Nullable Access access,
            UUID reactionId,
            UUID messageId,
            @Nullable PlatformError error,
            Instant at)
            implements OutboundEvent, InConversation {}

    /// A type that this version does not know.
    record Unrecognised(String type) implements OutboundEvent {}

    /// What every end of a fetch says.
    sealed interface Fetched extends OutboundEvent, InConversation {
        /// Our id of the message whose file it is.
        UUID messageId();

        /// What is known of the file now.
        Media media();
    }

    /// What every answer says.
    sealed interface Answered extends OutboundEvent, InConversation {
        /// Our id of the message.
        UUID messageId();
    }
}
