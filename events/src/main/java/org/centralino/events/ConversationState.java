package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation as it stood right after an event: what a list shows, and who may see it, without another
/// look-up.
///
/// @param version rises with each change of the conversation; a reader keeps the newest
/// @param phoneNumberId the business number's platform id
/// @param contact the customer, or a group of them
/// @param status whether somebody still has to care about it
/// @param teamId the team that it belongs to; null when it belongs to none
/// @param epoch rises with each change of the responder, as far as the conversation service knows it
/// @param assignee who is responsible; null when nobody is
/// @param lastSequence the position of the newest message in the timeline's log; 0 when there is none
/// @param windowExpiresAt until when free text may be sent; null when the customer never wrote
/// @param waitingSince since when the customer has waited for an answer; null when the platform has accepted
///     one, or somebody said that none is needed
/// @param lastActivityAt when something was last written, or came out of its order
/// @param createdAt when the conversation began
/// @param failed whether a message to the customer failed that nobody has made up for: no later one was accepted, and
///     nobody has said that nothing is left to do
/// @param handledBy which other application answers the customer now; null when it is we
/// @param blocked whether the customer is blocked: he cannot write, and nothing can be sent to him
public record ConversationState(
        long version,
        String phoneNumberId,
        Contact contact,
        Status status,
        @Nullable UUID teamId,
        long epoch,
        @Nullable Person assignee,
        long lastSequence,
        @Nullable Instant windowExpiresAt,
        @Nullable Instant waitingSince,
        Instant lastActivityAt,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean failed,
        @Nullable Speaker handledBy,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean blocked) {

    /// A conversation in which nothing failed, that is ours to answer, and whose customer is not blocked.
    public ConversationState(
            long version,
            String phoneNumberId,
            Contact contact,
            Status status,
            @Nullable UUID teamId,
            long epoch,
            @Nullable Person assignee,
            long lastSequence,
            @Nullable Instant windowExpiresAt,
            @Nullable Instant waitingSince,
            Instant lastActivityAt,
            Instant createdAt) {
        this(
                version,
                phoneNumberId,
                contact,
                status,
                teamId,
                epoch,
                assignee,
                lastSequence,
                windowExpiresAt,
                waitingSince,
                lastActivityAt,
                createdAt,
                false,
                null,
                false);
    }

    /// @return to whom the conversation is visible
    public Access access() {
        return new Access(phoneNumberId, teamId, assignee == null ? null : assignee.id());
    }

    /// The customer of a conversation, or the group that it is in.
    ///
    /// @param id our own id
    /// @param name what to call the customer: profile name, else username, else phone number, else a
    ///     short id
    /// @param phone digits with a leading +; the platform may withhold it (fact sheet, section 7)
    /// @param username the WhatsApp username without @
    /// @param group whether it is a group of customers. One whose subject was never told is called by …
    ///     and the end of its id
    public record Contact(
            UUID id,
            String name,
            @Nullable String phone,
            @Nullable String username,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean group) {

        /// A person.
        public Contact(UUID id, String name, @Nullable String phone, @Nullable String username) {
            this(id, name, phone, username, false);
        }
    }

    /// Whether somebody still has to care about it.
    public enum Status {
        /// Somebody has to care about it.
        @JsonProperty("open")
        OPEN,
        /// Nothing is left to do until the customer writes again.
        @JsonProperty("resolved")
        RESOLVED
    }
}
