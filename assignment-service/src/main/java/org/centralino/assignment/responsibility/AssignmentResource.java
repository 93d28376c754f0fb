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
import org.centralino.assignment.directory.SignedIn;
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
import org.jspecify.annotations.Nullable;

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
        return store.find(conversationId, asking()).map(AssignmentView::of);
    }

    @POST
    @RolesAllowed({Permission.TAKE, Permission.TAKE_OVER, Permission.ASSIGN})
    @Operation(
            summary = "Take the conversation, take it over, or give it to a colleague",
            description = "Of any number of operators who take it at once, one gets it; the others get 409 with who"
                    + " holds it. Taking what one holds already changes nothing. Giving away what a third person holds"
                    + " is taking it over, too.")
    @APIResponse(responseCode = "200", description = "Who is responsible now")
    @APIResponse(responseCode = "403", description = "not-allowed: it needs a permission that you do not have")
    @APIResponse(responseCode = "404", description = "There is no such conversation, or you may not see it")
    @APIResponse(responseCode = "409", description = "held-by-another-operator: with its holder and epoch")
    @APIResponse(
            responseCode = "422",
            description = "operator-unknown: the colleague has never signed in; operator-disabled: he cannot any more;"
                    + " operator-may-not-reply: he lacks that permission")
    @APIResponse(responseCode = "503", description = "identity-unavailable: the colleague cannot be checked just now")
    public Uni<AssignmentView> assign(@RestPath UUID conversationId, @Nullable AssignmentRequest body) {
        var request = body == null ? AssignmentRequest.TAKE_IT_MYSELF : body;
        var colleague = request.operatorId();
        return colleague == null || colleague.equals(operator.id())
                ? take(conversationId, request)
                : give(conversationId, colleague);
    }

    @DELETE
    @RolesAllowed({Permission.REPLY, Permission.TAKE, Permission.TAKE_OVER})
    @Operation(
            summary = "Give the conversation back, so that nobody is responsible",
            description = "The holder may do so, and who may take conversations over.")
    @APIResponse(responseCode = "200", description = "Nobody is responsible now")
    @APIResponse(responseCode = "403", description = "not-allowed: somebody else holds it")
    @APIResponse(responseCode = "404", description = "There is no such conversation, or you may not see it")
    public Uni<AssignmentView> release(@RestPath UUID conversationId) {
        var by = asking();
        var mayTakeOver = operator.may(Permission.TAKE_OVER);
        return change(conversationId, by, new Release(by.person(), mayTakeOver, by.at()));
    }

    private Uni<AssignmentView> take(UUID conversationId, AssignmentRequest request) {
        operator.needs(request.takeOver() ? Permission.TAKE_OVER : Permission.TAKE);
        var by = asking();
        return change(
                conversationId,
                by,
                request.takeOver() ? new TakeOver(by.person(), by.at()) : new Take(by.person(), by.at()));
    }

    /// Keycloak is asked about the colleague only for somebody who may see the conversation, and before anything
    /// is locked.
    private Uni<AssignmentView> give(UUID conversationId, UUID colleague) {
        operator.needs(Permission.ASSIGN);
        var mayTakeOver = operator.may(Permission.TAKE_OVER);
        var by = asking();
        return store.find(conversationId, by)
                .chain(() -> directory.colleague(colleague))
                .chain(to -> change(conversationId, by, new Assign(to, by.person(), mayTakeOver, by.at())));
    }

    private Uni<AssignmentView> change(UUID conversationId, SignedIn by, AssignmentCommand command) {
        return store.handle(conversationId, by, command).map(AssignmentView::of);
    }

    private SignedIn asking() {
        return SignedIn.of(operator, clock.instant());
    }
}
