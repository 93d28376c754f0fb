package org.centralino.simulator.platform;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.platform.domain.PlatformState;
import org.jspecify.annotations.Nullable;

/// The token that calls of the Graph API must carry: that of the settings, until another one is made here.
@Singleton
public class AccessToken {
    private final Platform platform;
    private final WhatsAppAccount account;

    AccessToken(Platform platform, WhatsAppAccount account) {
        this.platform = platform;
        this.account = account;
    }

    /// @param authorization the header of a call
    public boolean isGood(@Nullable String authorization) {
        var expected = "Bearer " + platform.read(PlatformState::token).orElseGet(account::accessToken);
        return authorization != null
                && MessageDigest.isEqual(
                        authorization.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
