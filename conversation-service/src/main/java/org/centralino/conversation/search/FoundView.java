package org.centralino.conversation.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.message.TimelineItem;
import org.centralino.conversation.words.domain.Excerpt;
import org.centralino.conversation.words.domain.Range;
import org.centralino.events.ConversationState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a search has found.
///
/// @param customers whose names or numbers have it, with whom something was said last first; only
///     on the first page, and only the first few of them
/// @param items the messages that have all of its words, the newest first
/// @param nextCursor how to ask for older ones; left out when there are none
@Schema(name = "Found")
public record FoundView(
        List<Customer> customers,
        List<Message> items,
        @Nullable String nextCursor) {

    /// Where something was found.
    @Schema(name = "FoundConversation")
    public record Conversation(
            UUID id,
            String phoneNumberId,
            ConversationState.Status status,
            String name,
            @Nullable String displayPhone) {}

    /// A customer, by one of his conversations.
    ///
    /// @param nameRanges what of the name was looked for, in UTF-16
    /// @param phoneRanges what of the number was looked for, in UTF-16
    @Schema(name = "FoundCustomer")
    public record Customer(
            Conversation conversation, List<Range> nameRanges, List<Range> phoneRanges, Instant lastActivityAt) {}

    /// A message.
    ///
    /// @param sequence its position in the timeline's log
    /// @param at the platform's time
    /// @param kind the type of its content
    /// @param excerpt the piece of it in which the words stand. It is a piece of the message as it
    ///     was written; the ranges are places in the excerpt's text, counted in UTF-16, as
    ///     JavaScript counts
    @Schema(name = "FoundMessage")
    public record Message(
            UUID id,
            long sequence,
            Instant at,
            @Schema(enumeration = {"inbound", "outbound"}) String direction,
            String kind,
            TimelineItem.Author author,
            Conversation conversation,
            Excerpt excerpt) {}
}
