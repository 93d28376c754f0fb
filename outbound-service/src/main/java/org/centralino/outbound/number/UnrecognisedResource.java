package org.centralino.outbound.number;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What nobody understood of the platform's webhooks, whole.
@Path("/api/numbers/unrecognised")
@Tag(name = "Numbers")
@RolesAllowed(Permission.SEE_RAW)
class UnrecognisedResource {
    private final UnrecognisedStore store;

    UnrecognisedResource(UnrecognisedStore store) {
        this.store = store;
    }

    @GET
    @Operation(summary = "What was not understood in the last 30 days, how often, the newest first")
    @APIResponse(responseCode = "200", description = "What there is")
    public Uni<UnrecognisedCounts> counts() {
        return store.counts()
                .map(counts -> new UnrecognisedCounts(
                        counts.stream().map(UnrecognisedCount::of).toList()));
    }

    @GET
    @Path("parts")
    @Operation(summary = "The parts of webhooks that were not understood for one reason, the newest first")
    @APIResponse(responseCode = "200", description = "A page of parts, without what stands in them")
    @APIResponse(responseCode = "400", description = "invalid-cursor: the cursor is not one of ours")
    public Uni<Page<UnrecognisedView>> parts(
            @RestQuery @Nullable String field, @RestQuery @Nullable String reason, @RestQuery @Nullable String cursor) {
        return store.parts(
                        field == null ? "" : field,
                        reason == null ? "" : reason,
                        Cursor.read(cursor),
                        Page.DEFAULT_LIMIT + 1)
                .map(parts -> parts.stream().map(UnrecognisedView::of).toList())
                .map(parts -> Page.of(parts, Page.DEFAULT_LIMIT, part -> Cursor.of(part.receivedAt(), part.id())));
    }

    @GET
    @Path("parts/{partId}/raw")
    @Operation(summary = "A part as it came")
    @APIResponse(responseCode = "200", description = "The platform's JSON, or whatever else came")
    @APIResponse(responseCode = "404", description = "There is no such part, or not any more")
    public Uni<RawView> raw(@RestPath UUID partId) {
        return store.raw(partId).map(raw -> RawView.orNotFound(raw, "The part"));
    }

    /// All that was not understood, by what it was.
    record UnrecognisedCounts(List<UnrecognisedCount> items) {}
}
