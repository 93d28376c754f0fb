package org.centralino.assignment.responsibility;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.centralino.assignment.directory.DirectoryStore;
import org.centralino.assignment.responsibility.domain.AssignmentCommand;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.Assign;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.Release;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.Take;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.TakeOver;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Who is responsible for a conversation, and changing it.
@Path("/api/conversations/{conversationId}/assignment")
@Tag(name = "Assignment")
class AssignmentResource {
    private final ResponsibilityStore store;
    private final DirectoryStore directory;
    private final CurrentOperator operator;
    private final Clock clock;

    AssignmentResource(ResponsibilityStore store, DirectoryStore directory, CurrentOperator operator, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.operator = operator;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Permission.SEE_OWN, Permission.SEE_ALL})
    @Operation(summary = "Who is responsible for the conversation")
    @APIResponse(responseCode = "200", description = "Who it is, or that it is nobody")
    @APIResponse(responseCode = "404", description = "There is no such conversation, or you may not see it")
    public Uni<AssignmentView> show(@RestPath UUID conversationId) {
        return store.find(conversationId, operator.visibility()).map(AssignmentView::of);
    }

    @POST
    @RolesAllowed({Permission.TAKE, Permission.TAKE_OVER, Permission.ASSIGN})
    @Operation(
            summary = "Take the conversation, take it over, or give it to a colleague",
            description = "Of any number of operators who take it at once, one gets it; the others get 409 with who"
                    + " holds it. Taking what one holds already changes nothing.")
    @APIResponse(responseCode = "200", description = "Who is responsible now")
    @APIResponse(responseCode = "403", description = "not-allowed: it needs a permission that you do not have")
    @APIResponse(responseCode = "404", description = "There is no such conversation, or you may not see it")
    @APIResponse(responseCode = "409", description = "held-by-another-operator: with its holder and epoch")
    @APIResponse(responseCode = "422", description = "operator-unknown: the colleague has never signed in")
    public Uni<AssignmentView> assign(@RestPath UUID conversationId, AssignmentRequest body) {
        var request = body == null ? AssignmentRequest.TAKE_IT_MYSELF : body;
        var visibility = operator.visibility();
        return command(request)
                .chain(command -> store.handle(conversationId, visibility, command))
                .map(AssignmentView::of);
    }

    @DELETE
    @RolesAllowed({Permission.TAKE, Permission.TAKE_OVER, Permission.ASSIGN})
    @Operation(
            summary = "Give the conversation back, so that nobody is responsible",
            description = "The holder may do so, and who may assign conversations.")
    @APIResponse(responseCode = "200", description = "Nobody is responsible now")
    @APIResponse(responseCode = "403", description = "not-allowed: somebody else holds it")
    @APIResponse(responseCode = "404", description = "There is no such conversation, or you may not see it")
    public Uni<AssignmentView> release(@RestPath UUID conversationId) {
        var command = new Release(operator.person(), operator.may(Permission.ASSIGN), clock.instant());
        return store.handle(conversationId, operator.visibility(), command).map(AssignmentView::of);
    }

    private Uni<AssignmentCommand> command(AssignmentRequest request) {
        var me = operator.person();
        var now = clock.instant();
        if (!request.isFor(me.id())) {
            operator.needs(Permission.ASSIGN);
            return directory.known(request.operatorId()).map(colleague -> new Assign(colleague, me, now));
        }
        operator.needs(request.takeOver() ? Permission.TAKE_OVER : Permission.TAKE);
        return Uni.createFrom().item(request.takeOver() ? new TakeOver(me, now) : new Take(me, now));
    }
}
