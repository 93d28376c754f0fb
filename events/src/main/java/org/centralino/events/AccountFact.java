package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the platform says of a business number or of the account that it belongs to (fact sheet, sections 3.3
/// to 3.5). Words of the platform stay as it wrote them, for it adds new ones. Kinds are added over time; a
/// reader who does not know one sees [Other].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = AccountFact.Other.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = AccountFact.Limit.class, name = "limit"),
    @JsonSubTypes.Type(value = AccountFact.NumberChanged.class, name = "number"),
    @JsonSubTypes.Type(value = AccountFact.NameReviewed.class, name = "name"),
    @JsonSubTypes.Type(value = AccountFact.Restricted.class, name = "restrictions"),
    @JsonSubTypes.Type(value = AccountFact.Violated.class, name = "violation"),
    @JsonSubTypes.Type(value = AccountFact.Banned.class, name = "ban"),
    @JsonSubTypes.Type(value = AccountFact.ConnectionChanged.class, name = "connection"),
    @JsonSubTypes.Type(value = AccountFact.Reviewed.class, name = "review"),
    @JsonSubTypes.Type(value = AccountFact.Alerted.class, name = "alert"),
    @JsonSubTypes.Type(value = AccountFact.Security.class, name = "security"),
    @JsonSubTypes.Type(value = AccountFact.TemplateChanged.class, name = "template"),
    @JsonSubTypes.Type(value = AccountFact.UsernameChanged.class, name = "username"),
    @JsonSubTypes.Type(value = AccountFact.VolumeTier.class, name = "volume-tier"),
    @JsonSubTypes.Type(value = AccountFact.Other.class, name = "other")
})
public sealed interface AccountFact {

    /// How many customers the business may write to first in 24 hours, with all its numbers together.
    ///
    /// @param limit in the platform's word: `TIER_2K`, a number, or `-1` for no limit
    /// @param customers the same as a number; missing when there is no limit, or no number in the word
    record Limit(String limit, @Nullable Integer customers) implements AccountFact {}

    /// A number was taken into service, may send faster, or was flagged.
    ///
    /// @param event such as `ONBOARDING`, `THROUGHPUT_UPGRADE`, `FLAGGED`
    /// @param limit how many customers may be written to first, when it is said here, in the platform's word
    record NumberChanged(String event, @Nullable String limit) implements AccountFact {}

    /// The name that customers see was reviewed.
    ///
    /// @param decision such as `APPROVED`, `REJECTED`, `PENDING`
    /// @param name the name that was asked for
    /// @param reason why it was rejected
    record NameReviewed(
            String decision,
            @Nullable String name,
            @Nullable String reason) implements AccountFact {}

    /// What the business may not do for a while. It replaces what was said before.
    ///
    /// @param restrictions those that hold now; none when all of them were lifted
    record Restricted(List<Restriction> restrictions) implements AccountFact {
        public Restricted {
            restrictions = restrictions == null ? List.of() : List.copyOf(restrictions);
        }
    }

    /// One thing that the business may not do.
    ///
    /// @param restriction such as `RESTRICTED_BIZ_INITIATED_MESSAGING`
    /// @param until when it ends; missing when the platform does not say
    /// @param remedy what the platform asks for, in its words
    record Restriction(
            String restriction,
            @Nullable Instant until,
            @Nullable String remedy) {}

    /// The business broke a rule of the platform's.
    ///
    /// @param violation which, such as `SPAM`
    /// @param remedy what the platform asks for, in its words
    record Violated(String violation, @Nullable String remedy) implements AccountFact {}

    /// The account is banned, will be, or is not any more.
    ///
    /// @param state such as `SCHEDULE_FOR_DISABLE`, `DISABLE`, `REINSTATE`
    /// @param day when it begins, as `2027-04-17`; in the platform's words when these are no date
    record Banned(String state, @Nullable String day) implements AccountFact {}

    /// The account is not served through us any more, or is again.
    ///
    /// @param event such as `ACCOUNT_OFFBOARDED`, `ACCOUNT_RECONNECTED`, `PARTNER_REMOVED`, `ACCOUNT_DELETED`
    /// @param reason why, in the platform's word
    /// @param initiatedBy who wanted it, in the platform's word
    record ConnectionChanged(
            String event, @Nullable String reason, @Nullable String initiatedBy) implements AccountFact {}

    /// The account was reviewed.
    ///
    /// @param decision such as `APPROVED`, `REJECTED`, `PENDING`, `DEFERRED`
    record Reviewed(String decision) implements AccountFact {}

    /// The platform draws attention to something.
    ///
    /// @param alert what, in the platform's word
    /// @param severity such as `CRITICAL`, `WARNING`, `INFORMATIONAL`
    /// @param status such as `ACTIVE`
    /// @param description in the platform's sentences
    record Alerted(
            String alert,
            @Nullable String severity,
            @Nullable String status,
            @Nullable String description) implements AccountFact {}

    /// Something was done with the PIN that protects a number.
    ///
    /// @param event such as `PIN_CHANGED`, `PIN_RESET_REQUEST`, `PIN_REQUEST_SUCCESS`
    /// @param requester who did it, as the platform names him
    record Security(String event, @Nullable String requester) implements AccountFact {}

    /// A template has another state, quality, category or text.
    ///
    /// @param templateId the platform's id of it
    /// @param name as it is called at the platform
    /// @param language such as `it`
    /// @param aspect what changed of it: `status`, `quality`, `category`, `components`
    /// @param now what it is now, in the platform's word
    /// @param before what it was, in the platform's word
    /// @param reason why, in the platform's word
    /// @param explanation why, in the platform's sentences
    record TemplateChanged(
            @Nullable String templateId,
            @Nullable String name,
            @Nullable String language,
            String aspect,
            @Nullable String now,
            @Nullable String before,
            @Nullable String reason,
            @Nullable String explanation)
            implements AccountFact {}

    /// The name by which customers find the business.
    ///
    /// @param username without a leading @
    /// @param status such as `APPROVED`, `RESERVED`, `DELETED`
    record UsernameChanged(@Nullable String username, String status) implements AccountFact {}

    /// So many messages were sent that they cost less.
    ///
    /// @param tier from how many messages to how many, as `25001:50000`
    /// @param category of which messages, such as `UTILITY`
    /// @param month in which month it counts, as `2026-11`
    /// @param region in which region
    record VolumeTier(
            String tier,
            @Nullable String category,
            @Nullable String month,
            @Nullable String region) implements AccountFact {}

    /// Something that has no kind of its own. The platform's JSON says the rest.
    ///
    /// @param event the platform's word for it
    record Other(@Nullable String event) implements AccountFact {}
}
