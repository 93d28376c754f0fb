package org.centralino.simulator.platform;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.platform.domain.MadeToken;
import org.centralino.simulator.platform.domain.PlatformState;
import org.jspecify.annotations.Nullable;

/// The tokens that calls of the Graph API must carry: that of the settings, until others are made here, for all
/// numbers or for one.
@Singleton
public class AccessToken {
    private final Platform platform;
    private final WhatsAppAccount account;

    AccessToken(Platform platform, WhatsAppAccount account) {
        this.platform = platform;
        this.account = account;
    }

    /// @param id perhaps of a number: one that has a token of its own is called by no other
    /// @param authorization the header of a call about it
    /// @return the token that it carries, when it is a good one for this
    public Optional<MadeToken> goodFor(String id, @Nullable String authorization) {
        var own = platform.read(state -> state.tokenOf(id));
        if (own.isPresent()) {
            return among(own.stream(), authorization);
        }
        return platform.read(state -> state.number(id)).isPresent()
                ? among(Stream.of(common()), authorization)
                : of(authorization);
    }

    /// @param authorization the header of a call about what belongs to no number
    /// @return the token that it carries, when it is a good one
    public Optional<MadeToken> of(@Nullable String authorization) {
        return among(any(), authorization);
    }

    private Stream<MadeToken> any() {
        return Stream.concat(Stream.of(common()), platform.read(PlatformState::ownTokens).stream());
    }

    /// @param authorization the header of a call
    /// @return whether its token was a good one, and is not any more
    public boolean isExpired(@Nullable String authorization) {
        return of(authorization).isEmpty()
                && good(any(), authorization, Instant.MIN).isPresent();
    }

    private MadeToken common() {
        return platform.read(PlatformState::token)
                .orElseGet(() -> new MadeToken(account.accessToken(), MadeToken.ALL_SCOPES, null));
    }

    private Optional<MadeToken> among(Stream<MadeToken> made, @Nullable String authorization) {
        return good(made, authorization, platform.now());
    }

    /// Uploads in pieces say `OAuth`, all else says `Bearer`.
    private static Optional<MadeToken> good(Stream<MadeToken> all, @Nullable String authorization, Instant now) {
        if (authorization == null) {
            return Optional.empty();
        }
        return all.filter(made -> made.isGood(now))
                .filter(made -> List.of("Bearer ", "OAuth ").stream()
                        .anyMatch(scheme -> isSame(authorization, scheme + made.token())))
                .findFirst();
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
