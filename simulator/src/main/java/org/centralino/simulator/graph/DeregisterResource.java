package org.centralino.simulator.graph;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.centralino.simulator.platform.domain.Scope;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Makes a number neither send nor receive any more.
@Path("/{version: v[0-9.]+}/{phoneNumberId}/deregister")
class DeregisterResource {
    private final Admission admission;
    private final Registrations registrations;

    DeregisterResource(Admission admission, Registrations registrations) {
        this.admission = admission;
        this.registrations = registrations;
    }

    @POST
    public Response deregister(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return admission
                .toNumber("post", phoneNumberId, authorization, Scope.MANAGEMENT)
                .orElseGet(() -> registrations.deregister(phoneNumberId));
    }
}
