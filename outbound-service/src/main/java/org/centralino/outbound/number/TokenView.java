package org.centralino.outbound.number;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.centralino.outbound.token.AccessTokens.Given;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// By which token a number is called. The token itself is told to nobody.
///
/// @param source where it comes from
/// @param canBeReplaced whether a token can be kept here: there is a key that seals it
/// @param replacedAt when it was given here
/// @param replacedBy who gave it
@Schema(name = "NumberToken")
record TokenView(
        Source source,
        boolean canBeReplaced,
        @Nullable Instant replacedAt,
        @Nullable String replacedBy) {

    /// Where a token comes from.
    @Schema(name = "NumberTokenSource")
    enum Source {
        /// Somebody gave it here.
        @JsonProperty("given")
        GIVEN,
        /// The settings of the installation have it.
        @JsonProperty("settings")
        SETTINGS
    }

    static TokenView ofSettings(boolean canBeReplaced) {
        return new TokenView(Source.SETTINGS, canBeReplaced, null, null);
    }

    static TokenView of(Given token) {
        return new TokenView(Source.GIVEN, true, token.at(), token.by().name());
    }
}
