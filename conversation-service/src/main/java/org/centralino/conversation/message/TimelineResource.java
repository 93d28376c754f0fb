package org.centralino.conversation.message;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The messages of a conversation.
@Path("/api/conversations/{conversationId}")
public class TimelineResource {
    private final TimelineQueries queries;
    private final CurrentOperator operator;

    TimelineResource(TimelineQueries queries, CurrentOperator operator) {
        this.queries = queries;
        this.operator = operator;
    }

    @GET
    @Path("timeline")
    @RolesAllowed({Permission.SEE_ALL, Permission.SEE_OWN})
    @Operation(
            summary = "A page of messages in display order: the newest, or what one of before, after and around says;"
                    + " nextCursor, given as before, leads to older ones, previousCursor, given as after, to newer"
                    + " ones.")
    public Uni<Page<TimelineItem>> timeline(
            @RestPath UUID conversationId,
            @RestQuery @Nullable String before,
            @RestQuery @Nullable String after,
            @Parameter(
                            description = "the id of a message of this conversation, which stands in the middle",
                            schema = @Schema(implementation = UUID.class))
                    @RestQuery
                    @Nullable
                    String around,
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
        var part = TimelinePart.read(before, after, around);
        return queries.timeline(conversationId, operator.visibility(), part, Page.limit(limit));
    }
}
