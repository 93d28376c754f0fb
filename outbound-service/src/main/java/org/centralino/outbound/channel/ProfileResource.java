package org.centralino.outbound.channel;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.channel.domain.BusinessProfile;
import org.centralino.outbound.whatsapp.CloudProfiles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// What customers see of the business behind a number.
@Path("/api/numbers/{phoneNumberId}/profile")
@Tag(name = "Numbers")
class ProfileResource {
    private final CloudProfiles platform;
    private final OwnNumbers numbers;

    ProfileResource(CloudProfiles platform, OwnNumbers numbers) {
        this.platform = platform;
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
            var first = flaws.getFirst();
            throw Problem.invalid("%s %s.".formatted(first.field(), first.message()))
                    .with("violations", flaws)
                    .asException();
        }
        PlatformProblems.doneOrFail(platform.change(number, profile));
        return PlatformProblems.doneOrFail(platform.of(number));
    }
}
