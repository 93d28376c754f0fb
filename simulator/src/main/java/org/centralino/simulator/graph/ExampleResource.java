package org.centralino.simulator.graph;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.platform.domain.MadeToken;
import org.centralino.simulator.platform.domain.Scope;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Examples of the files of templates, which are brought to the app: a session for the file, and the file (fact
/// sheet, section 9, Resumable Upload). A session says itself what was announced, so nothing is kept of it.
@Path("/")
class ExampleResource {
    private static final int OK = 200;
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "video/mp4", "application/pdf");
    private static final String SESSION = "upload:";

    private final Admission admission;

    ExampleResource(Admission admission) {
        this.admission = admission;
    }

    @POST
    @Path("{version: v[0-9.]+}/{app: [0-9]+}/uploads")
    @Consumes(MediaType.WILDCARD)
    public Response begin(
            @RestPath String version,
            @RestPath String app,
            @RestQuery("file_length") @Nullable Long length,
            @RestQuery("file_type") @Nullable String type,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        var refusal = admission.toObject("post", app, authorization, app.equals(MadeToken.APP), Scope.MANAGEMENT);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (length == null || length < 1 || type == null || !TYPES.contains(type)) {
            return GraphAnswer.of(
                    GraphError.invalid("file_length and file_type must be those of a file that may be uploaded."));
        }
        var announced = "%d %s".formatted(length, type).getBytes(StandardCharsets.UTF_8);
        return GraphAnswer.of(
                OK,
                Map.of(
                        "id",
                        SESSION + Base64.getUrlEncoder().withoutPadding().encodeToString(announced) + "?sig=ARbc"));
    }

    @POST
    @Path("{version: v[0-9.]+}/{session: upload:[A-Za-z0-9_-]+}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response bring(
            @RestPath String version,
            @RestPath String session,
            @RestHeader("file_offset") @Nullable Long offset,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            byte[] file) {
        var refusal = admission.toObject("post", session, authorization, true, Scope.MANAGEMENT);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var announced = new String(
                        Base64.getUrlDecoder().decode(session.substring(SESSION.length())), StandardCharsets.UTF_8)
                .split(" ", 2);
        if (offset == null || offset != 0 || file.length != Long.parseLong(announced[0])) {
            return GraphAnswer.of(GraphError.invalid("The file is not the one that was announced."));
        }
        return GraphAnswer.of(
                OK,
                Map.of(
                        "h",
                        "4::%s:%d"
                                .formatted(
                                        Base64.getEncoder()
                                                .encodeToString(announced[1].getBytes(StandardCharsets.UTF_8)),
                                        file.length)));
    }
}
