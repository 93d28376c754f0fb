package org.centralino.outbound.template;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.centralino.kit.operator.Permission;
import org.centralino.outbound.BroughtFile;
import org.centralino.outbound.whatsapp.AppFiles;
import org.centralino.outbound.whatsapp.PlatformAnswer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Files that show WhatsApp what will stand above a template, or on a card of it.
@Path("/api/numbers/{phoneNumberId}/templates/examples")
@Tag(name = "Templates")
@RolesAllowed(Permission.MANAGE_TEMPLATES)
class TemplateExampleResource {
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "video/mp4", "application/pdf");

    private final Accounts accounts;
    private final AppFiles platform;

    TemplateExampleResource(Accounts accounts, AppFiles platform) {
        this.accounts = accounts;
        this.platform = platform;
    }

    /// A file that WhatsApp has.
    ///
    /// @param handle what a draft names it by
    @Schema(name = "TemplateExample")
    record Example(String handle) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    @Operation(
            summary = "Bring WhatsApp an example of a template's file",
            description = "WhatsApp looks at it together with the template; customers never get it.")
    @RequestBody(
            description = "The file itself: a JPEG, a PNG, an MP4 or a PDF of at most 5 MB",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "WhatsApp has it",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Example.class)))
    @APIResponse(responseCode = "400", description = "It is none of these, empty, or larger than 5 MB")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "409", description = "account-unknown, or template-refused: WhatsApp does not take it")
    @APIResponse(responseCode = "503", description = "whatsapp-unavailable: WhatsApp gave no answer")
    public Uni<Example> bring(
            @RestPath String phoneNumberId, @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] file) {
        var account = accounts.needed(phoneNumberId);
        var mimeType = BroughtFile.typeOf(type, file, "An example", TYPES, "a JPEG, a PNG, an MP4 or a PDF");
        return Uni.createFrom()
                .item(() -> switch (platform.bring(account.phoneNumberIds().getFirst(), file, mimeType)) {
                    case PlatformAnswer.Done<String>(var handle) -> new Example(handle);
                    case PlatformAnswer.Refused<String>(var error, var _) -> throw TemplateChanges.refused(error);
                    case PlatformAnswer.Unclear<String>(var reason) -> throw TemplateChanges.unavailable(reason);
                })
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }
}
