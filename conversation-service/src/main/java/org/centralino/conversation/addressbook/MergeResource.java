package org.centralino.conversation.addressbook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/// Contacts that are one person, or turn out to be two.
@Path("/api/contacts")
@RolesAllowed(Permission.MERGE_CONTACTS)
public class MergeResource {
    private final ContactQueries queries;
    private final ContactStore store;
    private final CurrentOperator operator;

    MergeResource(ContactQueries queries, ContactStore store, CurrentOperator operator) {
        this.queries = queries;
        this.store = store;
        this.operator = operator;
    }

    /// @param into the contact that is shown from then on
    @Schema(name = "ContactMergeRequest")
    public record MergeRequest(
            @NotNull(message = "is missing") UUID into) {}

    /// @param decision what people found out about a key that two contacts claim
    @Schema(name = "ContactClashDecision")
    public record DecisionRequest(
            @NotNull(message = "must be same-person, stays or passes")
            Decision decision) {}

    /// To whom a key belongs that two contacts claim.
    @Schema(name = "ClashDecision")
    public enum Decision {
        /// Both contacts are one person: they are merged.
        @JsonProperty("same-person")
        SAME_PERSON("same-person"),
        /// It is another person's, and stays where it is.
        @JsonProperty("stays")
        STAYS("stays"),
        /// It passed to the one who claims it.
        @JsonProperty("passes")
        PASSES("passes");

        private final String word;

        Decision(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    @POST
    @Path("{contactId}/merges")
    @Operation(
            summary =
                    "Say that two contacts are one person. Their conversations stay apart, each with its window and the"
                            + " identity that an answer goes to; it can be undone. 409 when they are one already.")
    public Uni<ContactView> merge(
            @RestPath UUID contactId, @Valid @NotNull(message = "is missing") MergeRequest request) {
        return store.merge(contactId, request.into(), operator.person(), operator.visibility())
                .chain(() -> shown(request.into()));
    }

    @POST
    @Path("merges/{mergeId}/undo")
    @Operation(summary = "Take a merge back: everything is where it was. 409 when it was taken back already.")
    public Uni<ContactView> undo(@RestPath UUID mergeId) {
        return store.undo(mergeId, operator.person(), operator.visibility()).chain(this::shown);
    }

    @POST
    @Path("clashes/{clashId}/decision")
    @Operation(summary = "Decide to whom a key belongs that two contacts claim. 409 when that was decided already.")
    public Uni<ContactView> decide(
            @RestPath UUID clashId, @Valid @NotNull(message = "is missing") DecisionRequest request) {
        return store.decide(clashId, request.decision(), operator.person(), operator.visibility())
                .chain(this::shown);
    }

    private Uni<ContactView> shown(UUID contact) {
        return queries.contact(contact, operator.visibility(), true);
    }
}
