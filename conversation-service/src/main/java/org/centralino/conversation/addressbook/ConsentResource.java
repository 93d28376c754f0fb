package org.centralino.conversation.addressbook;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Whether a customer agreed to advertising, as operators record it.
@Path("/api/contacts/{contactId}/consent")
public class ConsentResource {
    private final ContactQueries queries;
    private final ConsentStore store;
    private final CurrentOperator operator;

    ConsentResource(ContactQueries queries, ConsentStore store, CurrentOperator operator) {
        this.queries = queries;
        this.store = store;
        this.operator = operator;
    }

    /// @param given whether the customer agreed; else he wants none any more
    /// @param evidence what shows it: how and when he said so
    @Schema(name = "ConsentRequest")
    public record Request(
            @NotNull(message = "is missing") @Nullable Boolean given,

            @NotBlank(message = "must say how and when the customer said so")
            @Size(max = 500, message = "must have at most 500 characters")
            String evidence) {}

    @PUT
    @RolesAllowed(Permission.EDIT_CONTACTS)
    @Operation(
            summary =
                    "Record whether a customer agreed to advertising, and what shows it. What was said before stays on"
                            + " record; advertising that waits to be sent to who withdraws is not sent.")
    public Uni<ContactView> record(@RestPath UUID contactId, @Valid @NotNull(message = "is missing") Request request) {
        return store.record(
                        contactId,
                        Boolean.TRUE.equals(request.given()),
                        request.evidence().strip(),
                        operator.person(),
                        operator.visibility())
                .chain(() ->
                        queries.contact(contactId, operator.visibility(), operator.may(Permission.MERGE_CONTACTS)));
    }
}
