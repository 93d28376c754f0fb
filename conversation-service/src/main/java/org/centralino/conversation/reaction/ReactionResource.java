package org.centralino.conversation.reaction;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.centralino.conversation.reaction.domain.Emoji;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Emojis that operators set on messages.
@Path("/api/conversations/{conversationId}/messages/{messageId}/reaction")
public class ReactionResource {
    private final ReactionStore store;
    private final CurrentOperator operator;

    ReactionResource(ReactionStore store, CurrentOperator operator) {
        this.store = store;
        this.operator = operator;
    }

    /// @param id made by the caller (UUIDv7); the same id is the same wish
    /// @param emoji one emoji; empty or left out, ours is taken away
    /// @param epoch the conversation's `epoch` under which its author acts
    public record ReactionRequest(
            @NotNull(message = "is missing") UUID id,
            @Nullable String emoji,

            @NotNull(message = "is missing") @PositiveOrZero(message = "must not be negative")
            Long epoch) {}

    @PUT
    @ResponseStatus(202)
    @RolesAllowed(Permission.REPLY)
    @Operation(
            summary = "Set the emoji of the business on a message, another one, or none any more. It is done a moment"
                    + " later; 409 under the rules of replies, and when the message is older than 30 days.")
    public Uni<ReactionView> react(
            @RestPath UUID conversationId,
            @RestPath UUID messageId,
            @Valid @NotNull(message = "is missing") ReactionRequest request) {
        var emoji = request.emoji() == null || request.emoji().isEmpty() ? null : request.emoji();
        if (emoji != null && !Emoji.isOne(emoji)) {
            throw Problem.invalid("emoji is not a single emoji.").asException();
        }
        var asked = new ReactionStore.Asked(request.id(), messageId, emoji, request.epoch());
        return store.react(conversationId, asked, operator.person(), operator.visibility());
    }
}
