package org.centralino.simulator.platform.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An access token of a system user.
///
/// @param scopes what it permits, in the platform's words
/// @param expiresAt null when it never expires
public record MadeToken(
        String token, List<String> scopes, @Nullable Instant expiresAt) {
    /// The id of the app that all tokens are of.
    public static final String APP = "660000000000011";

    /// What an inbox needs.
    public static final List<String> ALL_SCOPES =
            List.of(Scope.MANAGEMENT.word(), Scope.MESSAGING.word(), Scope.CATALOGUE.word());

    public MadeToken {
        scopes = scopes == null ? ALL_SCOPES : List.copyOf(scopes);
    }

    public boolean permits(Scope scope) {
        return scopes.contains(scope.word());
    }

    /// @return whether it is good at that time
    public boolean isGood(Instant now) {
        return expiresAt == null || expiresAt.isAfter(now);
    }
}
