package org.centralino.outbound.channel;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/// The steps that connect a number. Each can be done again.
@Path("/api/numbers/{phoneNumberId}")
@Tag(name = "Numbers")
@RolesAllowed(Permission.MANAGE_NUMBERS)
class SetupResource {
    private static final Logger LOG = Logger.getLogger(SetupResource.class);

    private final Channels channels;
    private final CurrentOperator operator;

    SetupResource(Channels channels, CurrentOperator operator) {
        this.channels = channels;
        this.operator = operator;
    }

    /// @param pin of the number's two-step verification
    @Schema(name = "TwoStepPin")
    record PinRequest(
            @NotNull(message = "must not be missing") @Pattern(regexp = "[0-9]{6}", message = "must be six digits")
            String pin) {
        /// What is logged of a request says nothing of the PIN.
        @Override
        public String toString() {
            return "PinRequest[]";
        }
    }

    /// @param to the number of a phone at hand, with its country
    @Schema(name = "SendTestMessage")
    record TestRequest(
            @NotNull(message = "must not be missing")
            @Pattern(
                    regexp = "\\+?[0-9][0-9 ().-]{5,30}",
                    message = "must be a phone number with its country, such as +39 347 555 0198")
            String to) {
        String digits() {
            return to.replaceAll("\\D", "");
        }
    }

    @GET
    @Path("setup")
    @Operation(summary = "How far the number is connected")
    @APIResponse(responseCode = "200", description = "Its steps, and what became of the test message")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    public SetupView setup(@RestPath String phoneNumberId) {
        return channels.setup(phoneNumberId);
    }

    @POST
    @Path("setup/check")
    @Operation(
            summary = "Ask WhatsApp how far the number is connected",
            description = "Whether it tells our app what happens in the number's account, and whether the number may"
                    + " send. What was undone there counts as undone here from then on.")
    @APIResponse(responseCode = "200", description = "Its steps, as WhatsApp says they are")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "422", description = "token-refused, unknown-to-whatsapp, account-locked")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer, or takes no more calls for a moment")
    public SetupView check(@RestPath String phoneNumberId) {
        return channels.check(phoneNumberId);
    }

    @POST
    @Path("setup/subscription")
    @Operation(summary = "Have WhatsApp tell our app what happens in the number's account")
    @APIResponse(responseCode = "200", description = "It does from now on")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "409", description = "account-unknown: nobody has named its account")
    @APIResponse(responseCode = "422", description = "token-refused, unknown-to-whatsapp, whatsapp-refused")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer, or takes no more calls for a moment")
    public SetupView subscribe(@RestPath String phoneNumberId) {
        return channels.subscribe(phoneNumberId);
    }

    @POST
    @Path("setup/registration")
    @Operation(
            summary = "Register the number, so that it may send",
            description = "With the PIN of its two-step verification. When it has none, this becomes its PIN.")
    @APIResponse(responseCode = "200", description = "It may send from now on")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(
            responseCode = "422",
            description = "pin-refused, pin-locked, registration-limit, number-not-verified, account-locked,"
                    + " token-refused")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer, or takes no more calls for a moment")
    public SetupView register(@RestPath String phoneNumberId, @Valid @NotNull PinRequest request) {
        var setup = channels.register(phoneNumberId, request.pin());
        LOG.infof("%s registered the number %s", operator.person().id(), phoneNumberId);
        return setup;
    }

    @POST
    @Path("setup/test-message")
    @Operation(
            summary = "Send a test message to a phone at hand",
            description = "The template hello_world, or a text where the account does not have it. What becomes of it"
                    + " shows in \"test\", which proves that webhooks arrive.")
    @APIResponse(responseCode = "200", description = "WhatsApp took it")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "422", description = "WhatsApp did not take it; the problem says why")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer, or takes no more calls for a moment")
    public SetupView test(@RestPath String phoneNumberId, @Valid @NotNull TestRequest request) {
        return channels.sendTest(phoneNumberId, request.digits());
    }

    @PUT
    @Path("pin")
    @ResponseStatus(204)
    @Operation(summary = "Set the PIN of the number's two-step verification")
    @APIResponse(responseCode = "204", description = "It is the PIN from now on")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "422", description = "WhatsApp refuses it; the problem says why")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer, or takes no more calls for a moment")
    public void setPin(@RestPath String phoneNumberId, @Valid @NotNull PinRequest request) {
        channels.setPin(phoneNumberId, request.pin());
        LOG.infof("%s set another PIN of the number %s", operator.person().id(), phoneNumberId);
    }
}
