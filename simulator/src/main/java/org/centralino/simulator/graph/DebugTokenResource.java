package org.centralino.simulator.graph;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.platform.AccessToken;
import org.centralino.simulator.platform.domain.MadeToken;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What the platform knows of an access token; a token may ask about itself.
@Path("/{version: v[0-9.]+}/debug_token")
class DebugTokenResource {
    private final AccessToken token;

    DebugTokenResource(AccessToken token) {
        this.token = token;
    }

    @GET
    public Response token(
            @RestPath String version,
            @RestQuery("input_token") @Nullable String asked,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        if (token.of(authorization).isEmpty()) {
            return GraphAnswer.of(GraphError.ofToken(token.isExpired(authorization)));
        }
        if (asked == null) {
            return GraphAnswer.of(GraphError.missing("input_token"));
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("app_id", MadeToken.APP);
        var known = token.of("Bearer " + asked);
        if (known.isEmpty()) {
            data.put("error", Map.of("code", 190, "message", "Invalid OAuth access token - Cannot parse access token"));
        } else {
            data.put("type", "SYSTEM_USER");
            data.put("application", "Centralino");
        }
        var until = known.map(made -> made.expiresAt()).orElse(null);
        data.put("expires_at", until == null ? 0 : until.getEpochSecond());
        data.put("is_valid", known.isPresent());
        data.put("scopes", known.map(made -> made.scopes()).orElse(List.of()));
        return GraphAnswer.of(200, Map.of("data", data));
    }
}
