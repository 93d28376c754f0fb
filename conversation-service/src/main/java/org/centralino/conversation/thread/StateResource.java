package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.centralino.conversation.inbox.ConversationView;
import org.centralino.conversation.inbox.InboxQueries;
import org.centralino.conversation.thread.domain.ConversationCommand;
import org.centralino.conversation.thread.domain.ConversationCommand.Reopen;
import org.centralino.conversation.thread.domain.ConversationCommand.Resolve;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/// Whether somebody still has to care about a conversation.
@Path("/api/conversations/{conversationId}")
public class StateResource {
    private final CommandStore store;
    private final InboxQueries inbox;
    private final CurrentOperator operator;
    private final Clock clock;

    StateResource(CommandStore store, InboxQueries inbox, CurrentOperator operator, Clock clock) {
        this.store = store;
        this.inbox = inbox;
        this.operator = operator;
        this.clock = clock;
    }

    /// @param lastSeen the conversation's `lastSequence` as the operator saw it
    public record ResolveRequest(
            @NotNull(message = "is missing") @PositiveOrZero(message = "must not be negative")
            Long lastSeen) {}

    @POST
    @Path("resolve")
    @RolesAllowed(Permission.RESOLVE)
    @Operation(
            summary = "Nothing is left to do. 409 when somebody else holds it, or something was added since lastSeen.")
    @APIResponse(
            responseCode = "200",
            description = "The conversation after it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConversationView.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is refused, with what changed",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Refused.class)))
    public Uni<ConversationView> resolve(
            @RestPath UUID conversationId, @Valid @NotNull(message = "is missing") ResolveRequest request) {
        return change(
                conversationId,
                request.lastSeen(),
                new Resolve(
                        operator.person(), operator.may(Permission.TAKE_OVER), request.lastSeen(), clock.instant()));
    }

    @POST
    @Path("reopen")
    @RolesAllowed(Permission.RESOLVE)
    @Operation(summary = "It needs care again. 409 when somebody else holds it.")
    @APIResponse(
            responseCode = "200",
            description = "The conversation after it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConversationView.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is refused, with what changed",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Refused.class)))
    public Uni<ConversationView> reopen(@RestPath UUID conversationId) {
        return change(
                conversationId, 0, new Reopen(operator.person(), operator.may(Permission.TAKE_OVER), clock.instant()));
    }

    private Uni<ConversationView> change(UUID conversationId, long lastSeen, ConversationCommand command) {
        var visibility = operator.visibility();
        return store.change(conversationId, operator.person(), lastSeen, command, visibility)
                .chain(() -> inbox.conversation(conversationId, visibility));
    }
}
