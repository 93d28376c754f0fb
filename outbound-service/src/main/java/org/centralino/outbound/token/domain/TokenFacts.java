package org.centralino.outbound.token.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the platform says of an access token (its `debug_token`).
///
/// @param isValid whether it is good now
/// @param missing the permissions that it lacks of those that every number needs, in the platform's words
/// @param expiresAt null when it never expires
public record TokenFacts(
        boolean isValid, List<String> missing, @Nullable Instant expiresAt) {
    private static final List<String> NEEDED = List.of("whatsapp_business_messaging", "whatsapp_business_management");

    public TokenFacts {
        missing = List.copyOf(missing);
    }

    /// @param scopes what it permits
    /// @param expiresAt in seconds since 1970; 0 when it never expires
    public static TokenFacts of(boolean isValid, Set<String> scopes, long expiresAt) {
        return new TokenFacts(
                isValid,
                NEEDED.stream().filter(scope -> !scopes.contains(scope)).toList(),
                expiresAt <= 0 ? null : Instant.ofEpochSecond(expiresAt));
    }
}
