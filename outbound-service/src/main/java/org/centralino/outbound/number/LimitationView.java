package org.centralino.outbound.number;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.centralino.outbound.number.domain.NumberHealth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that the team cannot do with a number, or soon will not.
///
/// @param until when it ends; left out when nobody knows
/// @param day when it begins, as `2027-04-17`; in the platform's words when these are no date
/// @param word the platform's word for it
/// @param remedy what the platform asks for, in its words
@Schema(name = "NumberLimitation")
record LimitationView(
        Kind kind,
        @Nullable Instant until,
        @Nullable String day,
        @Nullable String word,
        @Nullable String remedy) {

    /// In the words of the API.
    @Schema(name = "NumberLimitationKind")
    enum Kind {
        /// Nothing is sent until the number has another access token.
        @JsonProperty("token-refused")
        TOKEN_REFUSED,
        /// Nothing is sent until its access token can be opened again.
        @JsonProperty("token-shut")
        TOKEN_SHUT,
        @JsonProperty("banned")
        BANNED,
        @JsonProperty("disconnected")
        DISCONNECTED,
        @JsonProperty("no-customer-initiated")
        NO_ANSWERS,
        @JsonProperty("ban-announced")
        BAN_ANNOUNCED,
        /// Only those are told who can give the number another token.
        @JsonProperty("token-expires")
        TOKEN_EXPIRES,
        @JsonProperty("no-business-initiated")
        NO_FIRST_MESSAGES,
        @JsonProperty("no-utility-templates")
        NO_UTILITY_TEMPLATES,
        @JsonProperty("no-new-numbers")
        NO_NEW_NUMBERS,
        @JsonProperty("no-calls")
        NO_CALLS,
        @JsonProperty("flagged")
        FLAGGED,
        @JsonProperty("review-rejected")
        REVIEW_REJECTED,
        @JsonProperty("other")
        OTHER
    }

    static LimitationView of(NumberHealth.Limitation limitation) {
        return new LimitationView(
                Kind.valueOf(limitation.kind().name()),
                limitation.until(),
                limitation.day(),
                limitation.word(),
                limitation.remedy());
    }
}
