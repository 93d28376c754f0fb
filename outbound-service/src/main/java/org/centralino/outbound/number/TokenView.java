package org.centralino.outbound.number;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import org.centralino.outbound.token.AccessTokens.Given;
import org.centralino.outbound.token.domain.TokenFacts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// By which token a number is called. The token itself is told to nobody.
///
/// @param source where it comes from
/// @param canBeReplaced whether a token can be kept here: there is a key that seals it
/// @param expiresAt until when it is good; missing when it never expires, or WhatsApp does not say
/// @param replacedAt when it was given here
/// @param replacedBy who gave it
@Schema(name = "NumberToken")
record TokenView(
        Source source,
        boolean canBeReplaced,
        @Nullable Instant expiresAt,
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

    static TokenView ofSettings(boolean canBeReplaced, Optional<TokenFacts> facts) {
        return new TokenView(Source.SETTINGS, canBeReplaced, expiry(facts), null, null);
    }

    static TokenView of(Given token, Optional<TokenFacts> facts) {
        return new TokenView(
                Source.GIVEN, true, expiry(facts), token.at(), token.by().name());
    }

    private static @Nullable Instant expiry(Optional<TokenFacts> facts) {
        return facts.map(TokenFacts::expiresAt).orElse(null);
    }
}
