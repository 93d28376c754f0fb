package org.centralino.simulator.graph;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.simulator.graph.domain.ProfileChange;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.Scope;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What customers see of the business.
@Path("/{version: v[0-9.]+}/{phoneNumberId}/whatsapp_business_profile")
class ProfileResource {
    private final Admission admission;
    private final Platform platform;

    ProfileResource(Admission admission, Platform platform) {
        this.admission = admission;
        this.platform = platform;
    }

    @GET
    public Response read(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return admission
                .toNumber("get", phoneNumberId, authorization, Scope.MANAGEMENT)
                .orElseGet(() -> {
                    var profile = new LinkedHashMap<String, Object>(platform.read(
                            state -> state.number(phoneNumberId).orElseThrow().profile()));
                    profile.put("messaging_product", "whatsapp");
                    return GraphAnswer.of(200, Map.of("data", List.of(profile)));
                });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable Map<String, Object> asked) {
        var wanted = asked == null ? Map.<String, Object>of() : asked;
        return admission
                .toNumber("post", phoneNumberId, authorization, Scope.MANAGEMENT)
                .or(() -> ProfileChange.objection(wanted).map(GraphAnswer::of))
                .orElseGet(() -> {
                    platform.record(change -> change.add(new Fact.NumberSaved(change.state()
                            .number(phoneNumberId)
                            .orElseThrow()
                            .withProfile(ProfileChange.known(wanted)))));
                    return GraphAnswer.success();
                });
    }
}
