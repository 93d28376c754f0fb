package org.centralino.simulator.graph;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.platform.AccessToken;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.MadeToken;
import org.centralino.simulator.platform.domain.Scope;
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
    /// @param scope what the token has to permit
    /// @return the refusal of a call about a number; nothing when it may go on
    Optional<Response> toNumber(String method, String phoneNumberId, @Nullable String authorization, Scope scope) {
        return errorAtNumber(method, phoneNumberId, authorization, scope).map(GraphAnswer::of);
    }

    /// @param method in small letters
    /// @param scope what the token has to permit
    /// @return why a call about a number is refused; nothing when it may go on
    Optional<GraphError> errorAtNumber(
            String method, String phoneNumberId, @Nullable String authorization, Scope scope) {
        var isThere = platform.read(state -> state.number(phoneNumberId)).isPresent();
        return error(token.goodFor(phoneNumberId, authorization), authorization, method, phoneNumberId, isThere, scope);
    }

    /// @param id of a number, or of something else that is called in the same way
    /// @param scope what the token has to permit
    /// @return why a call about it is refused, whether it is there or not; nothing when it may go on
    Optional<GraphError> errorAt(String id, @Nullable String authorization, Scope scope) {
        return error(token.goodFor(id, authorization), authorization, "get", id, true, scope);
    }

    /// @param method in small letters
    /// @param scope what the token has to permit
    /// @return the refusal of a call about something else; nothing when it may go on
    Optional<Response> toObject(
            String method, String id, @Nullable String authorization, boolean isThere, Scope scope) {
        return error(token.of(authorization), authorization, method, id, isThere, scope)
                .map(GraphAnswer::of);
    }

    /// @param method in small letters
    /// @param scope what the token has to permit
    /// @return the refusal of a call about an account; nothing when it may go on
    Optional<Response> toAccount(String method, String waba, @Nullable String authorization, Scope scope) {
        return toObject(method, waba, authorization, platform.read(state -> state.hasAccount(waba)), scope);
    }

    private Optional<GraphError> error(
            Optional<MadeToken> carried,
            @Nullable String authorization,
            String method,
            String id,
            boolean isThere,
            Scope scope) {
        if (carried.isEmpty()) {
            return Optional.of(GraphError.ofToken(token.isExpired(authorization)));
        }
        if (!isThere) {
            return Optional.of(GraphError.unknownObject(method, id));
        }
        return carried.get().permits(scope) ? Optional.empty() : Optional.of(GraphError.notPermitted(scope));
    }
}
