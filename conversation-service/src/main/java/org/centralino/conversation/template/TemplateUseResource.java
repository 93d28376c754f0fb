package org.centralino.conversation.template;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// Where templates were used.
@Path("/api/conversations/template-uses")
public class TemplateUseResource {
    private final TemplateQueries queries;
    private final CurrentOperator operator;

    TemplateUseResource(TemplateQueries queries, CurrentOperator operator) {
        this.queries = queries;
        this.operator = operator;
    }

    /// @param items newest first, at most ten
    @Schema(name = "TemplateUses")
    public record Uses(List<Used> items) {}

    /// A conversation in which a template was sent.
    ///
    /// @param name what its customer is called
    /// @param at when it was sent there last
    @Schema(name = "TemplateUsed")
    public record Used(UUID conversationId, String name, Instant at) {}

    @GET
    @RolesAllowed(Permission.SEE_TEMPLATES)
    @Operation(summary = "The conversations in which a template was sent last, of those that the operator may see.")
    public Uni<Uses> uses(
            @Parameter(required = true) @RestQuery @NotBlank(message = "must not be empty") String phoneNumberId,
            @Parameter(required = true) @RestQuery @NotBlank(message = "must not be empty") String name,
            @Parameter(required = true) @RestQuery @NotBlank(message = "must not be empty") String language) {
        return queries.used(phoneNumberId, name, language, operator.visibility())
                .map(Uses::new);
    }
}
