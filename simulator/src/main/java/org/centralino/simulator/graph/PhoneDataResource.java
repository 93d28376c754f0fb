package org.centralino.simulator.graph;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.past.Past;
import org.centralino.simulator.platform.AccessToken;
import org.centralino.simulator.platform.Platform;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Where the business asks for what the phone has. It comes by webhooks, once.
@Path("/{version: v[0-9.]+}/{phoneNumberId}/smb_app_data")
class PhoneDataResource {
    private static final Set<String> TYPES = Set.of("history", "smb_app_state_sync");

    private final Past past;
    private final Platform platform;
    private final AccessToken token;

    PhoneDataResource(Past past, Platform platform, AccessToken token) {
        this.past = past;
        this.platform = platform;
        this.token = token;
    }

    /// What the business asks for.
    record Request(@Nullable String sync_type) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable Request request) {
        if (!token.isGoodFor(phoneNumberId, authorization)) {
            return GraphAnswer.of(GraphError.ofToken(token.isExpired(authorization)));
        }
        if (platform.read(state -> state.number(phoneNumberId)).isEmpty()) {
            return GraphAnswer.of(GraphError.unknownObject("post", phoneNumberId));
        }
        var type = request == null ? null : request.sync_type();
        if (type == null) {
            return GraphAnswer.of(GraphError.missing("sync_type"));
        }
        if (!TYPES.contains(type)) {
            return GraphAnswer.of(GraphError.invalid("sync_type is history or smb_app_state_sync."));
        }
        return past.ask(phoneNumberId, type)
                ? GraphAnswer.of(
                        200,
                        Map.of(
                                "messaging_product",
                                "whatsapp",
                                "request_id",
                                UUID.randomUUID().toString()))
                : GraphAnswer.of(GraphError.askedAlready());
    }
}
