package org.centralino.conversation.inbox;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.ConversationState;
import org.centralino.events.MessageStatus;
import org.centralino.events.Person;

/// A conversation as a list shows it to one operator.
///
/// @param unread customer's messages that this operator has not seen, at most 100
/// @param preview the newest message, or null when there is none
public record ConversationView(
        UUID id,
        long version,
        String phoneNumberId,
        Contact contact,
        ConversationState.Status status,
        long epoch,
        long lastSequence,
        Person assignee,
        Instant windowExpiresAt,
        Instant waitingSince,
        Instant lastActivityAt,
        Instant createdAt,
        int unread,
        Preview preview) {

    /// @param phone with a leading +, or null: the platform may withhold it
    public record Contact(UUID id, String name, String initials, String phone, String username) {}

    /// @param kind `text` or `unsupported`
    /// @param text the first 200 characters
    public record Preview(
            UUID messageId,
            long sequence,
            Instant at,
            String kind,
            String text,
            String direction,
            Author author,
            MessageStatus status) {}

    /// @param kind `customer` or `operator`
    public record Author(String kind, UUID id, String name) {}
}
