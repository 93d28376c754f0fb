package org.centralino.conversation.search;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The search over everything that was said in the conversations that an operator may see.
@Path("/api/search")
public class SearchResource {
    private final SearchQueries queries;
    private final CurrentOperator operator;

    SearchResource(SearchQueries queries, CurrentOperator operator) {
        this.queries = queries;
        this.operator = operator;
    }

    @GET
    @RolesAllowed({Permission.SEE_ALL, Permission.SEE_OWN})
    @Operation(
            summary =
                    "Messages that have all of these words, newest first, and customers whose name or number has them;"
                            + " nextCursor, given as cursor, leads to older messages. Accents, apostrophes and capitals"
                            + " make no difference; the last word may be the beginning of one, of a number any part is"
                            + " found, and what stands in quotation marks is found as it stands. Ranges are places in"
                            + " the text beside them, counted in UTF-16.")
    public Uni<FoundView> found(
            @Parameter(description = "what is looked for, up to 200 characters and 12 words", required = true)
                    @RestQuery
                    @Nullable
                    String q,
            @Parameter(
                            description = "who wrote it",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"customer", "team"}))
                    @RestQuery
                    @Nullable
                    String from,
            @Parameter(
                            description = "only messages with a file",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"media"}))
                    @RestQuery
                    @Nullable
                    String has,
            @Parameter(description = "only messages that are older than this time") @RestQuery @Nullable String before,
            @Parameter(description = "only messages that came to this number of ours, or went out from it")
                    @RestQuery
                    @Nullable
                    String phoneNumberId,
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
        var sought = Sought.read(q, from, has, before, phoneNumberId);
        return queries.found(sought, Cursor.read(cursor), operator.visibility(), Page.limit(limit));
    }
}
