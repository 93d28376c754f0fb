package org.centralino.conversation.thread;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Content;
import org.centralino.events.MessageStatus;
import org.centralino.events.PlatformError;

/// A message as a timeline shows it.
///
/// @param sequence its position in the timeline's log: what `lastSeen` speaks of
/// @param at the platform's time, by which it is displayed; for a reply, when it was accepted
/// @param recordedAt when we wrote it down
/// @param late whether it came after newer messages were already shown
public record TimelineItem(
        UUID id,
        UUID conversationId,
        long sequence,
        Instant at,
        Instant recordedAt,
        String kind,
        String direction,
        Author author,
        Content content,
        MessageStatus status,
        Instant statusAt,
        boolean late,
        PlatformError error) {

    /// @param kind `customer` or `operator`
    /// @param id the operator, or null for the customer
    public record Author(String kind, UUID id, String name) {}

    static TimelineItem of(MessageRow row) {
        var inbound = row.direction == MessageRow.Direction.INBOUND;
        return new TimelineItem(
                row.id,
                row.conversationId,
                row.sequence,
                row.platformAt,
                row.recordedAt,
                "message",
                inbound ? "inbound" : "outbound",
                new Author(inbound ? "customer" : "operator", row.authorId, row.authorName),
                row.content(),
                row.status,
                row.statusAt,
                row.late,
                row.error());
    }
}
