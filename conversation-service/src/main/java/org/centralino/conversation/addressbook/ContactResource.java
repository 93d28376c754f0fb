package org.centralino.conversation.addressbook;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The customers, and what the team calls and notes about them.
@Path("/api/contacts")
public class ContactResource {
    private final ContactQueries queries;
    private final ContactStore store;
    private final CurrentOperator operator;

    ContactResource(ContactQueries queries, ContactStore store, CurrentOperator operator) {
        this.queries = queries;
        this.store = store;
        this.operator = operator;
    }

    /// What is left out stays as it is.
    ///
    /// @param ownName what the team calls him; empty for what he calls himself
    /// @param attributes all that is noted about him
    /// @param language in which he is written to best, such as `it` or `pt_BR`; empty when that is not
    ///     known
    @Schema(name = "ContactEdit")
    public record Edit(
            @Nullable @Size(max = 200, message = "must have at most 200 characters")
            String ownName,

            @Nullable @Size(max = 50, message = "must be at most 50")
            Map<
                            @Size(min = 1, max = 60, message = "must have a name of 1 to 60 characters") String,
                            @Size(max = 500, message = "must have at most 500 characters") String>
                    attributes,

            @Nullable @Pattern(regexp = "([a-z]{2,3}(_[A-Z]{2})?)?", message = "must be a code such as it or pt_BR")
            String language) {}

    @GET
    @RolesAllowed(Permission.SEE_CONTACTS)
    @Operation(
            summary =
                    "Customers by name; nextCursor, given as cursor, leads on. With search: those with it in a name, in"
                            + " the username, or in the number in any spelling.")
    public Uni<Page<ContactItem>> contacts(
            @RestQuery @Nullable String search,
            @RestQuery @Nullable String cursor,
            @Parameter(
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "50"))
                    @RestQuery
                    @Nullable
                    String limit) {
        return queries.page(search, cursor, operator.visibility(), Page.limit(limit));
    }

    @GET
    @Path("{contactId}")
    @RolesAllowed(Permission.SEE_CONTACTS)
    @Operation(summary = "One customer; of a contact that was merged into another, that one.")
    public Uni<ContactView> contact(@RestPath UUID contactId) {
        return queries.contact(contactId, operator.visibility(), operator.may(Permission.MERGE_CONTACTS));
    }

    @PATCH
    @Path("{contactId}")
    @RolesAllowed(Permission.EDIT_CONTACTS)
    @Operation(summary = "Change what the team calls a customer, and what it notes about him.")
    public Uni<ContactView> edit(@RestPath UUID contactId, @Valid @NotNull(message = "is missing") Edit edit) {
        return store.edit(contactId, edit, operator.visibility()).chain(() -> contact(contactId));
    }
}
