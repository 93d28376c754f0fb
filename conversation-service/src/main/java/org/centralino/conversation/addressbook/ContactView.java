package org.centralino.conversation.addressbook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.contact.domain.Recognition;
import org.centralino.events.Consent;
import org.centralino.events.ConversationState;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A customer with all that belongs to him, and to the contacts that were merged into him.
///
/// @param name the best name there is
/// @param ownName what the team calls him
/// @param phoneBookName what the address book of the phone beside a number calls him
/// @param profileName what he calls himself on WhatsApp
/// @param attributes what the team noted about him
/// @param language in which he is written to best, by the platform's code; null when that is not known
/// @param keys by which he is recognised
/// @param conversations those that the operator may see, newest first
/// @param clashes what is to be decided; none for those who may not
/// @param merges of other contacts with this one, newest first
/// @param group whether it is a group of customers, which can neither be merged nor blocked
/// @param consent whether he agreed to advertising
/// @param consents what he said about it, what counts first, at most 20
@Schema(name = "ContactProfile")
public record ContactView(
        UUID id,
        String name,
        @Nullable String ownName,
        @Nullable String phoneBookName,
        @Nullable String profileName,
        @Nullable String username,
        @Nullable String phone,
        @Nullable String displayPhone,
        Map<String, String> attributes,
        @Nullable String language,
        Instant createdAt,
        List<Key> keys,
        List<Conversation> conversations,
        List<Clash> clashes,
        List<Merge> merges,
        boolean group,
        Consent consent,
        List<Said> consents) {

    /// What the customer said about advertising.
    ///
    /// @param source by what it is known
    /// @param evidence what shows it, for people
    /// @param by the operator who recorded it; null when nobody had to
    @Schema(name = "ContactConsent")
    public record Said(
            UUID id,
            Consent consent,
            Consent.Source source,
            @Nullable String evidence,
            @Nullable Person by,
            Instant at) {}

    /// One name of the customer at the platform.
    ///
    /// @param display as people read it
    /// @param contactId the contact that has it: this one, or one that was merged into it
    /// @param supersededAt since when it does not reach him any more; null while it does
    @Schema(name = "ContactKey")
    public record Key(
            Kind kind,
            String value,
            String display,
            UUID contactId,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Instant supersededAt) {}

    /// What kind of key it is.
    @Schema(name = "ContactKeyKind")
    public enum Kind {
        @JsonProperty("bsuid")
        BSUID,
        @JsonProperty("parent-bsuid")
        PARENT_BSUID,
        @JsonProperty("phone")
        PHONE,
        /// Of a group.
        @JsonProperty("group")
        GROUP;

        static Kind of(Recognition.Kind kind) {
            return switch (kind) {
                case BSUID -> BSUID;
                case PARENT_BSUID -> PARENT_BSUID;
                case WA_ID -> PHONE;
                case GROUP -> GROUP;
            };
        }
    }

    /// A conversation with him at one of our numbers.
    ///
    /// @param contactId as whom he writes there: an answer goes to that identity
    /// @param writesAs that identity, as people read it
    /// @param blocked whether he is kept from writing there
    /// @param block what was asked for last about that; null when nothing ever was
    @Schema(name = "ContactConversation")
    public record Conversation(
            UUID id,
            UUID contactId,
            String writesAs,
            String phoneNumberId,
            ConversationState.Status status,
            @Nullable Instant windowExpiresAt,
            Instant lastActivityAt,
            boolean blocked,
            @Nullable Block block) {}

    /// That a customer is to be blocked, or not any more.
    ///
    /// @param wanted whether he is to be blocked
    /// @param pending whether WhatsApp has not answered yet
    /// @param by who wants it
    /// @param error why it was not done
    @Schema(name = "ContactBlock")
    public record Block(
            boolean wanted,
            boolean pending,
            Person by,
            Instant at,
            @Nullable PlatformError error) {}

    /// A key that one contact has and another one claims.
    @Schema(name = "ContactClash")
    public record Clash(UUID id, Kind kind, String display, Named holder, Named claimant, Instant at) {}

    /// A contact that was merged into this one.
    ///
    /// @param by who did it; null when the platform told that both are one
    /// @param undoneAt when it was undone; null while it stands
    @Schema(name = "ContactMerge")
    public record Merge(
            UUID id,
            Named contact,
            @Nullable Person by,
            Instant at,
            @Nullable Person undoneBy,
            @Nullable Instant undoneAt) {}

    /// Another contact.
    @Schema(name = "NamedContact")
    public record Named(UUID id, String name) {}
}
