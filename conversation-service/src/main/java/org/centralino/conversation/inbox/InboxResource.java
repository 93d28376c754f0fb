package org.centralino.conversation.inbox;

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

/// The lists of the inbox, and what they show of a conversation.
@Path("/api/conversations")
@RolesAllowed({Permission.SEE_ALL, Permission.SEE_OWN})
public class InboxResource {
    private final InboxQueries queries;
    private final InboxCounts counts;
    private final CurrentOperator operator;

    InboxResource(InboxQueries queries, InboxCounts counts, CurrentOperator operator) {
        this.queries = queries;
        this.counts = counts;
        this.operator = operator;
    }

    @GET
    @Operation(summary = "Conversations of a view (mine, unassigned, all, resolved), newest activity first.")
    public Uni<Page<ConversationView>> conversations(
            @Parameter(
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"mine", "unassigned", "all", "resolved"},
                                            defaultValue = "all"))
                    @RestQuery
                    @Nullable
                    String view,
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
        return queries.page(InboxView.named(view), operator.visibility(), Cursor.read(cursor), Page.limit(limit));
    }

    @GET
    @Path("counts")
    @Operation(summary = "How many conversations each view holds.")
    public Uni<Counts> counts() {
        return counts.of(operator.visibility());
    }

    @GET
    @Path("{conversationId}")
    @Operation(summary = "One conversation.")
    public Uni<ConversationView> conversation(@RestPath UUID conversationId) {
        return queries.conversation(conversationId, operator.visibility());
    }
}
