package org.centralino.simulator.graph;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.platform.AccessToken;
import org.centralino.simulator.platform.Platform;
import org.jspecify.annotations.Nullable;

/// Who may call, and whether what is called is there.
@Singleton
class Admission {
    private final Platform platform;
    private final AccessToken token;

    Admission(Platform platform, AccessToken token) {
        this.platform = platform;
        this.token = token;
    }

    /// @param method in small letters
    /// @return the refusal of a call about a number; nothing when it may go on
    Optional<Response> toNumber(String method, String phoneNumberId, @Nullable String authorization) {
        return refusal(
                token.isGoodFor(phoneNumberId, authorization),
                authorization,
                method,
                phoneNumberId,
                platform.read(state -> state.number(phoneNumberId)).isPresent());
    }

    /// @param method in small letters
    /// @return the refusal of a call about something else; nothing when it may go on
    Optional<Response> toObject(String method, String id, @Nullable String authorization, boolean isThere) {
        return refusal(token.isGood(authorization), authorization, method, id, isThere);
    }

    /// @param method in small letters
    /// @return the refusal of a call about an account; nothing when it may go on
    Optional<Response> toAccount(String method, String waba, @Nullable String authorization) {
        return toObject(method, waba, authorization, platform.read(state -> state.hasAccount(waba)));
    }

    private Optional<Response> refusal(
            boolean isOurToken, @Nullable String authorization, String method, String id, boolean isThere) {
        if (!isOurToken) {
            return Optional.of(GraphAnswer.of(GraphError.ofToken(token.isExpired(authorization))));
        }
        return isThere ? Optional.empty() : Optional.of(GraphAnswer.of(GraphError.unknownObject(method, id)));
    }
}
