package org.centralino.simulator.graph;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.centralino.simulator.platform.domain.Scope;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Makes a number send and receive.
@Path("/{version: v[0-9.]+}/{phoneNumberId}/register")
class RegisterResource {
    private final Admission admission;
    private final Registrations registrations;

    RegisterResource(Admission admission, Registrations registrations) {
        this.admission = admission;
        this.registrations = registrations;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable Map<String, Object> asked) {
        return admission
                .toNumber("post", phoneNumberId, authorization, Scope.MANAGEMENT)
                .orElseGet(() -> registrations.register(phoneNumberId, asked == null ? Map.of() : asked));
    }
}
