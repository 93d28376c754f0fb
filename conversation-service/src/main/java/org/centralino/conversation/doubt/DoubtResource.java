package org.centralino.conversation.doubt;

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
import org.centralino.conversation.thread.Refused;
import org.centralino.events.ConversationEvent.DoubtSettled.Outcome;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What became of a message of which nobody knows whether it was sent, when a person knows or decides.
@Path("/api/conversations/{conversationId}/messages/{messageId}/resolution")
public class DoubtResource {
    private final DoubtStore store;
    private final CurrentOperator operator;

    DoubtResource(DoubtStore store, CurrentOperator operator) {
        this.store = store;
        this.operator = operator;
    }

    /// @param outcome `arrived`, or `send-again`: the customer may get it twice
    /// @param id of the message that repeats it, made by the caller (UUIDv7); only to send again
    /// @param epoch the conversation's `epoch` under which the operator acts; only to send again
    public record ResolutionRequest(
            @NotNull(message = "must be send-again or arrived")
            Outcome outcome,

            @Nullable UUID id,

            @PositiveOrZero(message = "must not be negative") @Nullable
            Long epoch) {}

    @POST
    @RolesAllowed(Permission.REPLY)
    @Operation(
            summary = "Settle a message in doubt: it arrived, or it is sent again as a new message that is linked to"
                    + " it. 409 when it is not in doubt, or for the reasons for which a reply is refused.")
    @APIResponse(
            responseCode = "200",
            description = "The message as it stands now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TimelineItem.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is refused, with what changed",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Refused.class)))
    public Uni<TimelineItem> settle(
            @RestPath UUID conversationId,
            @RestPath UUID messageId,
            @Valid @NotNull(message = "is missing") ResolutionRequest request) {
        return store.settle(
                conversationId,
                messageId,
                resolution(request),
                operator.person(),
                operator.may(Permission.TAKE_OVER),
                operator.visibility());
    }

    private static DoubtStore.Resolution resolution(ResolutionRequest request) {
        return switch (request.outcome()) {
            case ARRIVED -> new DoubtStore.Arrived();
            case SEND_AGAIN -> {
                var id = request.id();
                var epoch = request.epoch();
                if (id == null || epoch == null) {
                    throw Problem.invalid("id and epoch are needed to send it again.")
                            .asException();
                }
                yield new DoubtStore.SendAgain(id, epoch);
            }
        };
    }
}
