package org.centralino.simulator.graph;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.BusinessPhone.ChatLink;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.Scope;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// QR codes and short links of a number (fact sheet, section 11.6). Without their pictures: those stand on another
/// host.
@Path("/{version: v[0-9.]+}/{phoneNumberId}/message_qrdls")
class LinkResource {
    private static final int LONGEST_MESSAGE = 140;
    private static final int LENGTH_OF_A_CODE = 14;

    private final Admission admission;
    private final Platform platform;

    LinkResource(Admission admission, Platform platform) {
        this.admission = admission;
        this.platform = platform;
    }

    @GET
    public Response all(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return admission
                .toNumber("get", phoneNumberId, authorization, Scope.MANAGEMENT)
                .orElseGet(() -> {
                    var links = platform.read(state -> state.number(phoneNumberId).orElseThrow().links().stream()
                            .map(LinkResource::shown)
                            .toList());
                    return GraphAnswer.of(200, Map.of("data", links));
                });
    }

    /// One that has a code is changed, else a new one is made.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable Map<String, Object> asked) {
        return admission
                .toNumber("post", phoneNumberId, authorization, Scope.MANAGEMENT)
                .orElseGet(() -> written(phoneNumberId, asked == null ? Map.of() : asked));
    }

    @DELETE
    @Path("{code}")
    public Response delete(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestPath String code,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return admission
                .toNumber("delete", phoneNumberId, authorization, Scope.MANAGEMENT)
                .orElseGet(() -> platform.change(change -> {
                    var number = change.state().number(phoneNumberId).orElseThrow();
                    if (number.link(code).isEmpty()) {
                        return GraphAnswer.of(GraphError.unknownObject("delete", code));
                    }
                    change.add(new Fact.NumberSaved(number.withoutLink(code)));
                    return GraphAnswer.success();
                }));
    }

    private Response written(String phoneNumberId, Map<String, Object> asked) {
        if (!(asked.get("prefilled_message") instanceof String message) || message.isBlank()) {
            return GraphAnswer.of(GraphError.missing("prefilled_message"));
        }
        if (message.codePointCount(0, message.length()) > LONGEST_MESSAGE) {
            return GraphAnswer.of(GraphError.invalid(
                    "Param prefilled_message must be at most %d characters long.".formatted(LONGEST_MESSAGE)));
        }
        return platform.change(change -> {
            var number = change.state().number(phoneNumberId).orElseThrow();
            var code = asked.get("code") instanceof String given ? given : newCode();
            if (asked.containsKey("code") && number.link(code).isEmpty()) {
                return GraphAnswer.of(GraphError.unknownObject("post", code));
            }
            var link = new ChatLink(code, message);
            change.add(new Fact.NumberSaved(number.withLink(link)));
            return GraphAnswer.of(200, shown(link));
        });
    }

    private static String newCode() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, LENGTH_OF_A_CODE)
                .toUpperCase(Locale.ROOT);
    }

    private static Map<String, Object> shown(ChatLink link) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("code", link.code());
        shown.put("prefilled_message", link.message());
        shown.put("deep_link_url", link.address());
        return shown;
    }
}
