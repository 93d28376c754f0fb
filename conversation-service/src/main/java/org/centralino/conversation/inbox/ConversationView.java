package org.centralino.conversation.inbox;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.ConversationState;
import org.centralino.events.MessageStatus;
import org.centralino.events.Person;
import org.centralino.events.Speaker;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A conversation as a list shows it to one operator.
///
/// @param teamId the team that it belongs to; null when it belongs to none
/// @param failed whether a message to the customer failed that nobody has made up for
/// @param handledBy which other application answers the customer now; null when it is we
/// @param blocked whether the customer is blocked: he cannot write, and nothing can be sent to him
/// @param unread customer's messages that this operator has not seen, at most 100
/// @param preview the newest message; null when there is none
@Schema(name = "Conversation")
public record ConversationView(
        UUID id,
        long version,
        String phoneNumberId,
        Contact contact,
        ConversationState.Status status,
        @Nullable UUID teamId,
        long epoch,
        long lastSequence,
        @Nullable Person assignee,
        @Nullable Instant windowExpiresAt,
        @Nullable Instant waitingSince,
        Instant lastActivityAt,
        Instant createdAt,
        boolean failed,
        @Nullable Speaker handledBy,
        boolean blocked,
        int unread,
        @Nullable Preview preview) {

    /// @param phone with a leading +; the platform may withhold it
    /// @param displayPhone as people write it, in their country's groups
    /// @param group whether it is a group of customers
    @Schema(name = "Customer")
    public record Contact(
            UUID id,
            String name,
            String initials,
            @Nullable String phone,
            @Nullable String displayPhone,
            @Nullable String username,
            boolean group) {}

    /// @param kind of its content, as in the timeline
    /// @param platformType of what is not shown yet: the platform's name of the kind, as close as it has one
    /// @param text the first 200 characters of its words
    public record Preview(
            UUID messageId,
            long sequence,
            Instant at,

            @Schema(
                    enumeration = {
                        "text",
                        "location",
                        "contacts",
                        "order",
                        "choice",
                        "form",
                        "call-permission",
                        "image",
                        "video",
                        "audio",
                        "voice",
                        "document",
                        "sticker",
                        "call",
                        "template",
                        "buttons",
                        "options",
                        "link",
                        "location-request",
                        "product",
                        "products",
                        "catalogue",
                        "revoked",
                        "unsupported"
                    })
            String kind,

            @Nullable String platformType,
            @Nullable String text,
            @Schema(enumeration = {"inbound", "outbound"}) String direction,
            Author author,
            MessageStatus status) {}

    /// @param kind `customer`, `operator`, or `other`: somebody else who speaks for the business
    /// @param name null for somebody else
    /// @param speaker who else speaks for the business
    @Schema(name = "PreviewAuthor")
    public record Author(
            @Schema(enumeration = {"customer", "operator", "other"})
            String kind,

            @Nullable UUID id,
            @Nullable String name,
            @Nullable Speaker speaker) {}
}
