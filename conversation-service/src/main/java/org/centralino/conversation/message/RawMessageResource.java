package org.centralino.conversation.message;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/// Messages that cannot be shown, as they came.
@Path("/api/conversations/{conversationId}/messages/{messageId}/raw")
public class RawMessageResource {
    private final RawMessages messages;
    private final CurrentOperator operator;

    RawMessageResource(RawMessages messages, CurrentOperator operator) {
        this.messages = messages;
        this.operator = operator;
    }

    /// What the platform sent.
    @Schema(name = "RawMessage")
    public record RawView(String raw) {}

    @GET
    @RolesAllowed(Permission.SEE_RAW_MESSAGES)
    @Operation(summary = "What WhatsApp sent of a message that cannot be shown")
    @APIResponse(responseCode = "200", description = "The platform's JSON")
    @APIResponse(
            responseCode = "404",
            description = "There is no such message, it can be shown, or you may not see the conversation")
    public Uni<RawView> raw(@RestPath UUID conversationId, @RestPath UUID messageId) {
        return messages.find(conversationId, messageId, operator.visibility()).map(RawView::new);
    }
}
