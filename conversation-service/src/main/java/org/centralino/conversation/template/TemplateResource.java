package org.centralino.conversation.template;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.centralino.conversation.template.TemplateQueries.Sought;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Templates that can be sent in a conversation.
@Path("/api/conversations/{conversationId}/templates")
public class TemplateResource {
    private final TemplateQueries queries;
    private final CurrentOperator operator;

    TemplateResource(TemplateQueries queries, CurrentOperator operator) {
        this.queries = queries;
        this.operator = operator;
    }

    @GET
    @RolesAllowed(Permission.REPLY)
    @Operation(
            summary = "The approved templates of the conversation's number, at most 100, those that are probably meant"
                    + " first; each with what might be filled in.")
    public Uni<TemplateOffers> templates(
            @RestPath UUID conversationId,
            @Parameter(description = "part of the name or of the words; without it, all of them")
                    @RestQuery
                    @Size(max = 200, message = "is longer than 200 characters")
                    @Nullable
                    String q,
            @Parameter(
                            description =
                                    "the language that the operator reads, such as it; it counts when nothing is known"
                                            + " of the customer's")
                    @RestQuery
                    @Size(max = 35, message = "is longer than 35 characters")
                    @Nullable
                    String reads) {
        return queries.offered(conversationId, new Sought(q, reads), operator.person(), operator.visibility());
    }
}
