package org.centralino.conversation.history;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Who did what and when.
@Path("/api/conversations/{conversationId}/history")
public class HistoryResource {
    private final HistoryQueries queries;
    private final CurrentOperator operator;

    HistoryResource(HistoryQueries queries, CurrentOperator operator) {
        this.queries = queries;
        this.operator = operator;
    }

    @GET
    @RolesAllowed({Permission.SEE_ALL, Permission.SEE_OWN})
    @Operation(summary = "Who did what and when in this conversation, newest first.")
    public Uni<Page<HistoryItem>> history(
            @RestPath UUID conversationId,
            @RestQuery @Nullable String cursor,
            @Parameter(
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "50"))
                    @RestQuery
                    @Nullable
                    String limit) {
        return queries.page(
                conversationId,
                operator.visibility(),
                operator.may(Permission.READ_NOTES),
                Cursor.read(cursor),
                Page.limit(limit));
    }
}
