package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.centralino.conversation.message.TimelineItem;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Replies to customers.
@Path("/api/conversations/{conversationId}/replies")
public class ReplyResource {
    private final ReplyStore store;
    private final ReadStore reads;
    private final CurrentOperator operator;

    ReplyResource(ReplyStore store, ReadStore reads, CurrentOperator operator) {
        this.reads = reads;
        this.store = store;
        this.operator = operator;
    }

    /// @param id made by the caller (UUIDv7); the same id with the same text is the same reply
    /// @param answers the id of the message of this conversation that it answers; left out when it
    ///     answers none
    /// @param lastSeen the conversation's `lastSequence` as its author saw it
    /// @param epoch the conversation's `epoch` under which the author writes
    /// @param anyway send although something was added since; it is recorded
    /// @param takeOver send although another application answers the customer: the reply takes him over
    ///     from it
    public record ReplyRequest(
            @NotNull(message = "is missing") UUID id,
            @NotNull(message = "is missing") @Valid ReplyContent content,

            @Nullable UUID answers,

            @NotNull(message = "is missing") @PositiveOrZero(message = "must not be negative")
            Long lastSeen,

            @NotNull(message = "is missing") @PositiveOrZero(message = "must not be negative")
            Long epoch,

            boolean anyway,
            boolean takeOver) {}

    @POST
    @ResponseStatus(202)
    @RolesAllowed(Permission.REPLY)
    @Operation(summary = "Reply to the customer. 202: accepted and on its way; 409: refused, with what changed.")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TimelineItem.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is refused, with what changed",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Refused.class)))
    public Uni<TimelineItem> reply(
            @RestPath UUID conversationId, @Valid @NotNull(message = "is missing") ReplyRequest request) {
        var reply = new ReplyStore.Reply(
                request.id(),
                request.content(),
                request.answers(),
                request.lastSeen(),
                request.epoch(),
                request.anyway(),
                request.takeOver());
        return store.reply(conversationId, reply, operator.person(), operator.visibility())
                .call(() -> reads.answered(conversationId, request.lastSeen()));
    }
}
