package org.centralino.conversation.addressbook;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/// Customers from whom the business does not want to hear.
@Path("/api/contacts/{contactId}/block")
@RolesAllowed(Permission.BLOCK_CONTACTS)
public class BlockResource {
    private final ContactQueries queries;
    private final BlockStore store;
    private final CurrentOperator operator;

    BlockResource(ContactQueries queries, BlockStore store, CurrentOperator operator) {
        this.queries = queries;
        this.store = store;
        this.operator = operator;
    }

    @PUT
    @Operation(
            summary =
                    "Have WhatsApp block a customer in all his conversations. It is done a moment later, and told by an"
                            + " event; 409 when he has not written within 24 hours.")
    public Uni<ContactView> block(@RestPath UUID contactId) {
        return asked(contactId, true);
    }

    @DELETE
    @Operation(summary = "Have WhatsApp let a customer in again. It is done a moment later, and told by an event.")
    public Uni<ContactView> unblock(@RestPath UUID contactId) {
        return asked(contactId, false);
    }

    private Uni<ContactView> asked(UUID contactId, boolean blocked) {
        return store.ask(contactId, blocked, operator.person(), operator.visibility())
                .chain(() ->
                        queries.contact(contactId, operator.visibility(), operator.may(Permission.MERGE_CONTACTS)));
    }
}
