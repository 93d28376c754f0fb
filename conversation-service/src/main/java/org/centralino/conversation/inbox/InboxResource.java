package org.centralino.conversation.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.kit.inbox.Filter;
import org.centralino.kit.inbox.FilterReader;
import org.centralino.kit.inbox.InboxView;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.page.Page;
import org.centralino.kit.problem.Problem;
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
    @Operation(
            summary =
                    "Conversations of a view (mine, unassigned, all, failed, resolved), newest activity first; nextCursor, given"
                            + " as cursor, leads to older ones, previousCursor, given as newer, to newer ones. Or those with"
                            + " these ids: what does not exist or may not be seen is left out.")
    public Uni<Page<ConversationView>> conversations(
            @Parameter(
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"mine", "unassigned", "all", "failed", "resolved"},
                                            defaultValue = "all"))
                    @RestQuery
                    @Nullable
                    String view,
            @Parameter(description = "only those that customers wrote to this number") @RestQuery @Nullable
                    String phoneNumberId,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable String newer,
            @Parameter(description = "up to 100 ids with commas between them, and no other parameter")
                    @RestQuery
                    @Nullable
                    String ids,
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
        if (ids != null) {
            if (Stream.of(view, phoneNumberId, cursor, newer, limit).anyMatch(Objects::nonNull)) {
                throw Problem.invalid("Give ids without any other parameter.").asException();
            }
            return queries.these(InboxIds.read(ids), operator.visibility());
        }
        return queries.page(
                filter(view, phoneNumberId), InboxPart.read(cursor, newer), operator.visibility(), Page.limit(limit));
    }

    private static Filter filter(@Nullable String view, @Nullable String phoneNumberId) {
        var ofView = InboxView.named(view).filter();
        return phoneNumberId == null
                ? ofView
                : new Filter.And(List.of(ofView, FilterReader.onNumber(phoneNumberId, "phoneNumberId")));
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
