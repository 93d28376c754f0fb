package org.centralino.gateway.openapi;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// The whole API as one OpenAPI document, for everybody. A browser keeps it for a moment and then asks whether it
/// has changed.
@Path("/api/openapi")
public class OpenApiResource {
    private static final int KEPT_SECONDS = 60;

    private final OpenApiDocuments documents;

    OpenApiResource(OpenApiDocuments documents) {
        this.documents = documents;
    }

    @GET
    @PermitAll
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The whole API as one OpenAPI document")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Response openapi(@Context Request request) {
        var whole = documents.whole();
        var kept = new CacheControl();
        kept.setMaxAge(KEPT_SECONDS);
        var unchanged = request.evaluatePreconditions(whole.tag());
        var answer = unchanged == null ? Response.ok(whole.json()) : unchanged;
        return answer.tag(whole.tag()).cacheControl(kept).build();
    }
}
