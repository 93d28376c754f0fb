package org.centralino.outbound.number;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.centralino.kit.operator.Permission;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.channel.PlatformProblems;
import org.centralino.outbound.number.domain.Connection;
import org.centralino.outbound.whatsapp.CloudNumbers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// What the platform knows of a number now, asked by the token in use.
@Path("/api/numbers/{phoneNumberId}/connection")
@Tag(name = "Numbers")
class ConnectionResource {
    private final CloudNumbers platform;
    private final OwnNumbers numbers;

    ConnectionResource(CloudNumbers platform, OwnNumbers numbers) {
        this.platform = platform;
        this.numbers = numbers;
    }

    @GET
    @RolesAllowed(Permission.SEE_NUMBERS)
    @Operation(summary = "Ask WhatsApp what it knows of the number now: name, quality, limits, and whether it can send")
    @APIResponse(responseCode = "200", description = "What WhatsApp says")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(
            responseCode = "422",
            description = "token-refused, unknown-to-whatsapp, or another reason why WhatsApp does not say")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer, or takes no more calls for a moment")
    public Uni<Connection> connection(@RestPath String phoneNumberId) {
        var number = numbers.one(phoneNumberId).phoneNumberId();
        return Uni.createFrom()
                .item(() -> platform.ask(number))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .map(PlatformProblems::doneOrFail);
    }
}
