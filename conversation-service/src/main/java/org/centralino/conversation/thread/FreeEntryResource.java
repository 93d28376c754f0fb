package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.centralino.conversation.thread.domain.FreeEntry;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/// Whether messages to a customer cost nothing because he came by an ad or a page's button.
@Path("/api/conversations/{conversationId}/free-entry")
public class FreeEntryResource {
    private final FreeEntryQueries queries;
    private final CurrentOperator operator;

    FreeEntryResource(FreeEntryQueries queries, CurrentOperator operator) {
        this.queries = queries;
        this.operator = operator;
    }

    @GET
    @RolesAllowed({Permission.SEE_ALL, Permission.SEE_OWN})
    @Operation(
            summary = "Whether messages to the customer cost nothing now, as he came by an ad or a page's button, or"
                    + " whether an answer makes them free. Without either, they are paid for.")
    public Uni<FreeEntry> freeEntry(@RestPath UUID conversationId) {
        return queries.of(conversationId, operator.visibility());
    }
}
