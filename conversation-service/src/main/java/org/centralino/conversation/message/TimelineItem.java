package org.centralino.conversation.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.message.domain.Settled;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.EarlierVersion;
import org.centralino.events.Held;
import org.centralino.events.Media;
import org.centralino.events.MessageContext;
import org.centralino.events.MessageStatus;
import org.centralino.events.PlatformError;
import org.centralino.events.Pricing;
import org.centralino.events.Quoted;
import org.centralino.events.Reaction;
import org.centralino.events.Speaker;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A message as a timeline shows it.
///
/// @param sequence its position in the timeline's log: what `lastSeen` speaks of
/// @param at the platform's time, by which it is displayed; for a reply, when it was accepted
/// @param recordedAt when we wrote it down
/// @param context what it answers, and whether it was passed on
/// @param quoted the message that it answers; null when it answers none, or one that is not in this inbox
/// @param late whether it came more than two minutes after it was written, and stands above what was shown before
/// @param quiet whether it calls nobody: another application answered the customer
/// @param again the message in doubt that it repeats, if it does
/// @param settled what a person decided about it when it was in doubt
/// @param reactions the emojis that stand on it
/// @param editedAt when the customer changed it last; null when he did not
/// @param earlier what it said before, the oldest first
/// @param media what is known of its file; null when it has none
/// @param held why it waits to be sent, and about until when; null when it does not
/// @param pricing what the platform says that it costs; null until it does
public record TimelineItem(
        UUID id,
        UUID conversationId,
        long sequence,
        Instant at,
        Instant recordedAt,
        @Schema(enumeration = "message") String kind,

        @Schema(enumeration = {"inbound", "outbound"}) String direction,

        Author author,
        Content content,
        @Nullable MessageContext context,
        @Nullable Quoted quoted,
        MessageStatus status,
        Instant statusAt,
        boolean late,
        boolean quiet,
        @Nullable PlatformError error,
        @Nullable Held held,
        @Nullable UUID again,
        @Nullable Settled settled,
        List<Reaction> reactions,
        @Nullable Instant editedAt,
        List<EarlierVersion> earlier,
        @Nullable Media media,
        @Nullable Pricing pricing) {

    /// @param kind `customer`, `operator`, or `other`: somebody else who speaks for the business
    /// @param id the operator; null for all others
    /// @param name null for somebody else
    /// @param speaker who else speaks for the business
    /// @param contactId the customer, when it was written in a group; null otherwise
    @Schema(name = "MessageAuthor")
    public record Author(
            @Schema(enumeration = {"customer", "operator", "other"})
            String kind,

            @Nullable UUID id,
            @Nullable String name,
            @Nullable Speaker speaker,
            @Nullable UUID contactId) {
        public static Author of(
                String direction,
                @Nullable UUID id,
                @Nullable String name,
                @Nullable String speaker,
                @Nullable UUID contactId) {
            return speaker != null
                    ? new Author("other", null, null, Speaker.valueOf(speaker), null)
                    : new Author(direction.equals("inbound") ? "customer" : "operator", id, name, null, contactId);
        }
    }

    /// @return the message when a person settled the doubt about it
    public TimelineItem settled(MessageStatus status, Settled settled) {
        return new TimelineItem(
                id,
                conversationId,
                sequence,
                at,
                recordedAt,
                kind,
                direction,
                author,
                content,
                context,
                quoted,
                status,
                settled.at(),
                late,
                quiet,
                error,
                null,
                again,
                settled,
                reactions,
                editedAt,
                earlier,
                media,
                pricing);
    }

    public static TimelineItem of(ReplyQueued reply) {
        return new TimelineItem(
                reply.messageId(),
                reply.conversationId(),
                reply.sequence(),
                reply.at(),
                reply.at(),
                "message",
                "outbound",
                Author.of("outbound", reply.author().id(), reply.author().name(), null, null),
                reply.content(),
                reply.context(),
                reply.quoted(),
                MessageStatus.QUEUED,
                reply.at(),
                false,
                false,
                null,
                null,
                reply.again(),
                null,
                List.of(),
                null,
                List.of(),
                reply.file() == null ? null : reply.file().media(),
                null);
    }
}
