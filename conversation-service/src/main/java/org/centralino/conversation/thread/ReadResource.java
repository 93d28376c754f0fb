package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// How far operators have read, and that they are typing.
@Path("/api/conversations/{conversationId}")
public class ReadResource {
    private final ReadStore store;
    private final CurrentOperator operator;

    ReadResource(ReadStore store, CurrentOperator operator) {
        this.store = store;
        this.operator = operator;
    }

    /// @param sequence the newest timeline position that was seen
    /// @param epoch since which change of the responder the reader is responsible, as he was told; null
    ///     when he is not. One that is on its way is waited for
    public record ReadRequest(
            @NotNull(message = "is missing") @PositiveOrZero(message = "must not be negative")
            Long sequence,

            @PositiveOrZero(message = "must not be negative") @Nullable
            Long epoch) {}

    @PUT
    @Path("read")
    @ResponseStatus(204)
    @RolesAllowed({Permission.SEE_ALL, Permission.SEE_OWN})
    @Operation(
            summary = "Remember how far the signed-in operator has read. The customer may see it, too, by the rule of"
                    + " this installation.")
    public Uni<Void> read(@RestPath UUID conversationId, @Valid @NotNull(message = "is missing") ReadRequest request) {
        return store.read(conversationId, operator.visibility(), request.sequence(), request.epoch());
    }

    @PUT
    @Path("typing")
    @ResponseStatus(204)
    @RolesAllowed(Permission.REPLY)
    @Operation(
            summary = "Show the customer for up to 25 seconds that the responder is typing. Repeat it every 20 seconds"
                    + " while it is so. Of anybody else, and when it cannot be shown, nothing is shown.")
    public Uni<Void> typing(@RestPath UUID conversationId) {
        return store.typing(conversationId, operator.visibility());
    }
}
