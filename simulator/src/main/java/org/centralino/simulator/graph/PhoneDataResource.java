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
import org.centralino.simulator.platform.domain.Scope;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Where the business asks for what the phone has. It comes by webhooks, once.
@Path("/{version: v[0-9.]+}/{phoneNumberId}/smb_app_data")
class PhoneDataResource {
    private static final Set<String> TYPES = Set.of("history", "smb_app_state_sync");

    private final Past past;
    private final Admission admission;

    PhoneDataResource(Past past, Admission admission) {
        this.past = past;
        this.admission = admission;
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
        return admission
                .toNumber("post", phoneNumberId, authorization, Scope.MANAGEMENT)
                .orElseGet(() -> asked(phoneNumberId, request));
    }

    private Response asked(String phoneNumberId, @Nullable Request request) {
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
