package org.centralino.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.routing.RoutingTable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;

/// The whole API as one OpenAPI document: the gateway's own part and that of every service that answers.
/// Who does not answer is named under `x-not-available`.
@Path("/api/openapi")
public class OpenApiResource {
    private static final Logger LOG = Logger.getLogger(OpenApiResource.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final OpenApiDocumentService own;
    private final Map<RoutingTable, URI> services = new LinkedHashMap<>();
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    OpenApiResource(OpenApiDocumentService own, GatewayConfig gateway, ObjectMapper json) {
        this.own = own;
        this.json = json;
        services.put(RoutingTable.CONVERSATION, gateway.routing().conversationUrl());
        services.put(RoutingTable.ASSIGNMENT, gateway.routing().assignmentUrl());
        services.put(RoutingTable.NOTES, gateway.routing().notesUrl());
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
    public JsonNode openapi() throws IOException {
        var first = (ObjectNode) json.readTree(own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
        var merge = new OpenApiMerge(first);
        services.forEach((service, url) -> documentOf(url)
                .ifPresentOrElse(
                        document -> merge.add(
                                service.serviceName(),
                                document,
                                path -> RoutingTable.ownerOf(path)
                                        .filter(service::equals)
                                        .isPresent()),
                        () -> merge.document()
                                .withArrayProperty("x-not-available")
                                .add(service.serviceName())));
        return merge.document();
    }

    private Optional<ObjectNode> documentOf(URI service) {
        var request = HttpRequest.newBuilder(service.resolve("/q/openapi?format=json"))
                .timeout(PATIENCE)
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            return answer.statusCode() == 200 && json.readTree(answer.body()) instanceof ObjectNode document
                    ? Optional.of(document)
                    : Optional.empty();
        } catch (IOException away) {
            LOG.warnf("%s does not describe its API: %s", service, away);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
