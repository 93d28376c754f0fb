package org.centralino.assignment.directory;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The colleagues.
@Path("/api/operators")
@Tag(name = "Operators")
class OperatorsResource {
    private final DirectoryStore directory;
    private final CurrentOperator operator;
    private final Clock clock;

    OperatorsResource(DirectoryStore directory, CurrentOperator operator, Clock clock) {
        this.directory = directory;
        this.operator = operator;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Permission.SEE_OWN, Permission.SEE_ALL})
    @Operation(
            summary = "Everybody who has signed in",
            description =
                    "By name, on one page. Offer those who mayHold when a conversation is to be given to somebody."
                            + " The one who asks is put into the directory by asking.")
    @APIResponse(responseCode = "200", description = "All operators; there is never a nextCursor")
    public Uni<Page<OperatorView>> list() {
        return directory
                .everybodyAnd(SignedIn.of(operator, clock.instant()))
                .map(everybody -> new Page<>(everybody, null));
    }
}
