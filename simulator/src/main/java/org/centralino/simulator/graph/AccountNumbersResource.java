package org.centralino.simulator.graph;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Scope;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The numbers of an account, all on one page.
@Path("/{version: v[0-9.]+}/{waba}/phone_numbers")
class AccountNumbersResource {
    private final Admission admission;
    private final Platform platform;

    AccountNumbersResource(Admission admission, Platform platform) {
        this.admission = admission;
        this.platform = platform;
    }

    @GET
    public Response list(
            @RestPath String version,
            @RestPath String waba,
            @RestQuery Optional<String> fields,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return admission.toAccount("get", waba, authorization, Scope.MANAGEMENT).orElseGet(() -> {
            var numbers = platform.read(state -> state.numbers().stream()
                    .filter(number -> number.waba().equals(waba))
                    .map(number -> GraphResource.number(number, state, fields))
                    .toList());
            return GraphAnswer.of(
                    200,
                    Map.of("data", numbers, "paging", Map.of("cursors", Map.of("before", "first", "after", "last"))));
        });
    }
}
