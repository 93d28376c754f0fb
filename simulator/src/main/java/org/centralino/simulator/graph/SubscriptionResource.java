package org.centralino.simulator.graph;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.MadeToken;
import org.centralino.simulator.platform.domain.Scope;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Whether webhooks tell the app what happens in an account (fact sheet, section 11.4). There is one app.
@Path("/{version: v[0-9.]+}/{waba}/subscribed_apps")
class SubscriptionResource {
    private static final Map<String, Object> APP = Map.of(
            "whatsapp_business_api_data",
            Map.of("id", MadeToken.APP, "name", "Centralino", "link", "https://centralino.example"));

    private final Admission admission;
    private final Platform platform;

    SubscriptionResource(Admission admission, Platform platform) {
        this.admission = admission;
        this.platform = platform;
    }

    @POST
    public Response subscribe(
            @RestPath String version,
            @RestPath String waba,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return admission
                .toAccount("post", waba, authorization, Scope.MANAGEMENT)
                .orElseGet(() -> become(waba, true));
    }

    @DELETE
    public Response unsubscribe(
            @RestPath String version,
            @RestPath String waba,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return admission
                .toAccount("delete", waba, authorization, Scope.MANAGEMENT)
                .orElseGet(() -> become(waba, false));
    }

    @GET
    public Response list(
            @RestPath String version,
            @RestPath String waba,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return admission
                .toAccount("get", waba, authorization, Scope.MANAGEMENT)
                .orElseGet(() -> GraphAnswer.of(
                        200,
                        Map.of("data", platform.read(state -> state.isSubscribed(waba)) ? List.of(APP) : List.of())));
    }

    private Response become(String waba, boolean subscribed) {
        platform.record(change -> {
            if (change.state().isSubscribed(waba) != subscribed) {
                change.add(new Fact.SubscriptionChanged(waba, subscribed));
            }
        });
        return GraphAnswer.success();
    }
}
