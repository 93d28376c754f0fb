package org.centralino.outbound.number;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.channel.PlatformProblems;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.outbound.token.TokenExpiries;
import org.centralino.outbound.token.domain.TokenFacts;
import org.centralino.outbound.whatsapp.CloudNumbers;
import org.centralino.outbound.whatsapp.CloudTokens;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;

/// The access token of a number: replaced while messages wait, and never shown.
@Path("/api/numbers/{phoneNumberId}/token")
@Tag(name = "Numbers")
@RolesAllowed(Permission.MANAGE_NUMBERS)
class TokenResource {
    private static final Logger LOG = Logger.getLogger(TokenResource.class);

    private final AccessTokens tokens;
    private final CloudNumbers platform;
    private final CloudTokens cloudTokens;
    private final TokenExpiries expiries;
    private final OwnNumbers numbers;
    private final CurrentOperator operator;

    TokenResource(
            AccessTokens tokens,
            CloudNumbers platform,
            CloudTokens cloudTokens,
            TokenExpiries expiries,
            OwnNumbers numbers,
            CurrentOperator operator) {
        this.tokens = tokens;
        this.cloudTokens = cloudTokens;
        this.expiries = expiries;
        this.platform = platform;
        this.numbers = numbers;
        this.operator = operator;
    }

    /// @param token of a system user at the platform
    @Schema(name = "GiveToken")
    record GiveRequest(
            @NotBlank(message = "must not be empty")
            @Size(max = 2000, message = "is longer than any token: at most 2000 characters")
            @Pattern(regexp = "[!-~]*", message = "must be letters, digits and signs without spaces")
            String token) {
        /// What is logged of a request says nothing of the token.
        @Override
        public String toString() {
            return "GiveRequest[]";
        }
    }

    @GET
    @Operation(summary = "By which access token the number is called; never the token itself")
    @APIResponse(responseCode = "200", description = "Where it comes from, and who gave it")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    public Uni<TokenView> token(@RestPath String phoneNumberId) {
        return view(numbers.one(phoneNumberId).phoneNumberId());
    }

    @PUT
    @Operation(
            summary = "Give the number another access token",
            description =
                    "WhatsApp is asked first whether it is good for the number: if not, everything stays as it is."
                            + " All replicas use it within seconds; what waits to be sent is sent by it.")
    @APIResponse(responseCode = "200", description = "It is in use")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "409", description = "no-token-key: tokens cannot be kept here")
    @APIResponse(
            responseCode = "422",
            description = "token-refused, token-lacks-permissions, or unknown-to-whatsapp: it does not see this number")
    @APIResponse(
            responseCode = "503",
            description = "WhatsApp gave no answer, or takes no more calls for a moment: nothing was changed")
    public Uni<TokenView> give(@RestPath String phoneNumberId, @Valid @NotNull GiveRequest request) {
        var number = numbers.one(phoneNumberId).phoneNumberId();
        var by = operator.person();
        if (!tokens.canKeep()) {
            throw PlatformProblems.NO_KEY.asException();
        }
        return Uni.createFrom()
                .item(() -> {
                    PlatformProblems.doneOrFail(platform.ask(number, request.token()));
                    return PlatformProblems.usableOrFail(cloudTokens.of(request.token()));
                })
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .chain(facts -> tokens.replace(number, request.token(), by)
                        .invoke(() -> LOG.infof("%s gave the number %s another access token", by.id(), number))
                        .call(() -> learnt(number, facts))
                        .map(given -> TokenView.of(given, facts)));
    }

    @DELETE
    @Operation(summary = "Forget the token that was given here: the number is called by the one of the settings again")
    @APIResponse(responseCode = "200", description = "By which it is called now")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    public Uni<TokenView> forget(@RestPath String phoneNumberId) {
        var number = numbers.one(phoneNumberId).phoneNumberId();
        var by = operator.person().id();
        return tokens.forget(number)
                .invoke(() -> LOG.infof("%s had the given access token of the number %s forgotten", by, number))
                .chain(() -> view(number));
    }

    private Uni<TokenView> view(String number) {
        return Uni.createFrom()
                .item(() -> tokens.isShut(number) ? Optional.<TokenFacts>empty() : cloudTokens.of(tokens.of(number)))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .call(facts -> learnt(number, facts))
                .chain(facts -> tokens.given(number)
                        .map(found -> found.map(given -> TokenView.of(given, facts))
                                .orElseGet(() -> TokenView.ofSettings(tokens.canKeep(), facts))));
    }

    private Uni<Void> learnt(String number, Optional<TokenFacts> facts) {
        return facts.map(known -> expiries.learn(number, known))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
