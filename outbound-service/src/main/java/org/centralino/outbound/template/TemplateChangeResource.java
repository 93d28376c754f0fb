package org.centralino.outbound.template;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.centralino.outbound.template.domain.Draft;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Making, changing and deleting templates.
@Path("/api/numbers/{phoneNumberId}/templates")
@Tag(name = "Templates")
@RolesAllowed(Permission.MANAGE_TEMPLATES)
class TemplateChangeResource {
    private final Accounts accounts;
    private final TemplateChanges changes;

    TemplateChangeResource(Accounts accounts, TemplateChanges changes) {
        this.accounts = accounts;
        this.changes = changes;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Hand a new template in, for WhatsApp to approve",
            description = "WhatsApp's rules are checked first. When WhatsApp gives no answer, it is looked whether the"
                    + " template is there; it is never handed in twice.")
    @APIResponse(
            responseCode = "201",
            description = "The template as WhatsApp took it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TemplateView.class)))
    @APIResponse(responseCode = "400", description = "template-not-valid: \"flaws\" says what WhatsApp would refuse")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(
            responseCode = "409",
            description = "account-unknown, template-exists (there is one of this name and language), template-refused"
                    + " (WhatsApp does not take it; \"error\" says why, and \"why\" which limit is reached:"
                    + " too-many-now, account-full or name-blocked)")
    @APIResponse(responseCode = "503", description = "whatsapp-unavailable: WhatsApp gave no answer")
    public Uni<TemplateView> create(@RestPath String phoneNumberId, @NotNull Draft draft) {
        var account = accounts.needed(phoneNumberId);
        return waiting(() -> changes.create(account, draft));
    }

    @PATCH
    @Path("{templateId}")
    @Operation(
            summary = "Replace all parts of a template",
            description = "Approved, rejected and paused ones can be changed. WhatsApp looks at it again.")
    @APIResponse(responseCode = "200", description = "The template as WhatsApp took it")
    @APIResponse(responseCode = "400", description = "template-not-valid: \"flaws\" says what WhatsApp would refuse")
    @APIResponse(responseCode = "404", description = "It is none of this number's account, or no number of ours")
    @APIResponse(
            responseCode = "409",
            description =
                    "template-fixed (\"why\" is not-now, has-more, category-fixed or name-fixed), template-refused"
                            + " (WhatsApp does not take it; \"error\" says why, and \"why\" which limit is reached:"
                            + " too-many-now, account-full or name-blocked)")
    @APIResponse(responseCode = "503", description = "whatsapp-unavailable: WhatsApp gave no answer")
    public Uni<TemplateView> change(@RestPath String phoneNumberId, @RestPath String templateId, @NotNull Draft draft) {
        var account = accounts.needed(phoneNumberId);
        return waiting(() -> changes.change(account, templateId, draft));
    }

    @DELETE
    @Path("{templateId}")
    @ResponseStatus(204)
    @Operation(summary = "Delete a template in one language")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "It is none of this number's account, or no number of ours")
    @APIResponse(responseCode = "409", description = "template-refused: WhatsApp does not delete it")
    @APIResponse(responseCode = "503", description = "whatsapp-unavailable: WhatsApp gave no answer")
    public Uni<Void> delete(@RestPath String phoneNumberId, @RestPath String templateId) {
        var account = accounts.needed(phoneNumberId);
        return waiting(() -> changes.delete(account, templateId)).replaceWithVoid();
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(
            summary = "Delete a template in all its languages",
            description = "The name of an approved one cannot be used again for 30 days.")
    @APIResponse(responseCode = "204", description = "They are gone")
    @APIResponse(responseCode = "400", description = "The name is missing")
    @APIResponse(responseCode = "404", description = "There is none of this name, or it is no number of ours")
    @APIResponse(responseCode = "409", description = "template-refused: WhatsApp does not delete it")
    @APIResponse(responseCode = "503", description = "whatsapp-unavailable: WhatsApp gave no answer")
    public Uni<Void> deleteAll(@RestPath String phoneNumberId, @RestQuery @Nullable String name) {
        var account = accounts.needed(phoneNumberId);
        if (name == null || name.isBlank()) {
            throw Problem.invalid("name says which template is to be deleted.").asException();
        }
        return waiting(() -> changes.deleteAll(account, name)).replaceWithVoid();
    }

    /// It waits for the platform.
    private static <T> Uni<T> waiting(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }
}
