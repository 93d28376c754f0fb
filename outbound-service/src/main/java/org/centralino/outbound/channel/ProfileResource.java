package org.centralino.outbound.channel;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.problem.Violation;
import org.centralino.outbound.BroughtFile;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.channel.domain.BusinessProfile;
import org.centralino.outbound.whatsapp.AppFiles;
import org.centralino.outbound.whatsapp.CloudProfiles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What customers see of the business behind a number.
@Path("/api/numbers/{phoneNumberId}/profile")
@Tag(name = "Numbers")
class ProfileResource {
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");

    private final CloudProfiles platform;
    private final AppFiles files;
    private final OwnNumbers numbers;

    ProfileResource(CloudProfiles platform, AppFiles files, OwnNumbers numbers) {
        this.platform = platform;
        this.files = files;
        this.numbers = numbers;
    }

    @GET
    @RolesAllowed(Permission.SEE_NUMBERS)
    @Operation(summary = "The business profile, as WhatsApp has it now")
    @APIResponse(responseCode = "200", description = "What customers see")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "422", description = "WhatsApp refuses to say; the problem says why")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer")
    public BusinessProfile profile(@RestPath String phoneNumberId) {
        return PlatformProblems.doneOrFail(
                platform.of(numbers.one(phoneNumberId).phoneNumberId()));
    }

    @PATCH
    @RolesAllowed(Permission.MANAGE_NUMBERS)
    @Operation(
            summary = "Change the business profile",
            description = "What is missing stays as it is; what is empty is taken away.")
    @APIResponse(responseCode = "200", description = "What customers see from now on")
    @APIResponse(responseCode = "400", description = "invalid-request: \"violations\" names the fields and the limits")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "422", description = "WhatsApp refuses it; the problem says why")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer")
    public BusinessProfile change(@RestPath String phoneNumberId, @NotNull BusinessProfile profile) {
        var number = numbers.one(phoneNumberId).phoneNumberId();
        var flaws = profile.flaws();
        if (!flaws.isEmpty()) {
            throw Problem.invalid(flaws.stream()
                            .map(flaw -> new Violation(flaw.field(), flaw.code(), flaw.limit(), flaw.message()))
                            .toList())
                    .asException();
        }
        PlatformProblems.doneOrFail(platform.change(number, profile));
        return PlatformProblems.doneOrFail(platform.of(number));
    }

    @PUT
    @Path("picture")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Permission.MANAGE_NUMBERS)
    @Operation(summary = "Change the picture of the business", description = "WhatsApp shows it as a circle.")
    @RequestBody(
            description = "The picture itself: a JPEG or a PNG of at most 5 MB",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "200", description = "What customers see from now on")
    @APIResponse(responseCode = "400", description = "It is none of these, empty, or larger than 5 MB")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "422", description = "WhatsApp refuses it; the problem says why")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer")
    public Uni<BusinessProfile> picture(
            @RestPath String phoneNumberId, @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] file) {
        var number = numbers.one(phoneNumberId).phoneNumberId();
        var mimeType = BroughtFile.typeOf(type, file, "The picture", PICTURES, "a JPEG or a PNG");
        return Uni.createFrom()
                .item(() -> {
                    var handle = PlatformProblems.doneOrFail(files.bring(number, file, mimeType));
                    PlatformProblems.doneOrFail(platform.picture(number, handle));
                    return PlatformProblems.doneOrFail(platform.of(number));
                })
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }
}
