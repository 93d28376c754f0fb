package org.centralino.conversation.inbox;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.ConversationState;
import org.centralino.events.MessageStatus;
import org.centralino.events.Person;
import org.jspecify.annotations.Nullable;

/// A conversation as a list shows it to one operator.
///
/// @param unread customer's messages that this operator has not seen, at most 100
/// @param preview the newest message; null when there is none
public record ConversationView(
        UUID id,
        long version,
        String phoneNumberId,
        Contact contact,
        ConversationState.Status status,
        long epoch,
        long lastSequence,
        @Nullable Person assignee,
        @Nullable Instant windowExpiresAt,
        @Nullable Instant waitingSince,
        Instant lastActivityAt,
        Instant createdAt,
        int unread,
        @Nullable Preview preview) {

    /// @param phone with a leading +; the platform may withhold it
    public record Contact(
            UUID id,
            String name,
            String initials,
            @Nullable String phone,
            @Nullable String username) {}

    /// @param kind `text` or `unsupported`
    /// @param text the first 200 characters
    public record Preview(
            UUID messageId,
            long sequence,
            Instant at,
            String kind,
            @Nullable String text,
            String direction,
            Author author,
            MessageStatus status) {}

    /// @param kind `customer` or `operator`
    public record Author(String kind, @Nullable UUID id, String name) {}
}
