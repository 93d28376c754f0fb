package org.centralino.simulator.graph;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.PhoneNumber;
import org.centralino.simulator.platform.domain.Scope;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// The list of those whom a number does not hear. Only who wrote within 24 hours is put on it.
@Path("/{version: v[0-9.]+}/{phoneNumberId}/block_users")
class BlockResource {
    private static final int NOT_WRITTEN_LATELY = 131047;
    private static final int BAD_REQUEST = 400;

    private final Platform platform;
    private final Admission admission;

    BlockResource(Platform platform, Admission admission) {
        this.platform = platform;
        this.admission = admission;
    }

    /// What the business asks for.
    record Request(@Nullable List<Map<String, String>> block_users) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response block(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable Request request) {
        return admission
                .toNumber("post", phoneNumberId, authorization, Scope.MESSAGING)
                .orElseGet(() -> asked(phoneNumberId, request, true, "added_users"));
    }

    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    public Response unblock(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable Request request) {
        return admission
                .toNumber("delete", phoneNumberId, authorization, Scope.MESSAGING)
                .orElseGet(() -> asked(phoneNumberId, request, false, "removed_users"));
    }

    @GET
    public Response list(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return admission
                .toNumber("get", phoneNumberId, authorization, Scope.MESSAGING)
                .orElseGet(() -> {
                    var users = platform.read(state -> state.customers().stream()
                            .filter(customer -> state.isBlocked(customer.id(), phoneNumberId))
                            .map(customer -> named(customer, Map.of("messaging_product", "whatsapp")))
                            .toList());
                    return GraphAnswer.of(200, Map.of("data", List.of(Map.of("block_users", users))));
                });
    }

    private Response asked(String phoneNumberId, @Nullable Request request, boolean blocked, String done) {
        var users = request == null ? null : request.block_users();
        return users == null
                ? GraphAnswer.of(GraphError.missing("block_users"))
                : change(phoneNumberId, users, blocked, done);
    }

    private Response change(String phoneNumberId, List<Map<String, String>> users, boolean blocked, String done) {
        return platform.change(change -> {
            var changed = new ArrayList<Map<String, Object>>();
            var failed = new ArrayList<Map<String, Object>>();
            for (var user : users) {
                var input = String.valueOf(user.getOrDefault("user", user.get("user_id")));
                var identity = PhoneNumber.digits(input).orElse(input);
                var customer = change.state().customer(identity);
                if (customer.isPresent()
                        && (!blocked
                                || change.state().isWindowOpen(customer.get().id(), phoneNumberId, change.now()))) {
                    change.add(new Fact.BlockChanged(customer.get().id(), phoneNumberId, blocked));
                    changed.add(named(customer.get(), Map.of("input", input)));
                } else {
                    failed.add(Map.of("input", input, "errors", List.of(notWrittenLately())));
                }
            }
            return failed.isEmpty()
                    ? GraphAnswer.of(200, body(Map.of(done, changed)))
                    : GraphAnswer.of(BAD_REQUEST, body(Map.of(done, changed, "failed_users", failed)));
        });
    }

    private static Map<String, Object> notWrittenLately() {
        return Map.of(
                "code",
                NOT_WRITTEN_LATELY,
                "message",
                "Re-engagement required",
                "error_data",
                Map.of("details", "The user has not written to this number in the last 24 hours."));
    }

    private static Map<String, Object> named(Customer customer, Map<String, Object> more) {
        var user = new LinkedHashMap<String, Object>(more);
        if (customer.phone() == null) {
            user.put("user_id", customer.bsuid());
        } else {
            user.put("wa_id", customer.phone());
        }
        return user;
    }

    private static Map<String, Object> body(Map<String, Object> blockUsers) {
        return Map.of("messaging_product", "whatsapp", "block_users", blockUsers);
    }
}
