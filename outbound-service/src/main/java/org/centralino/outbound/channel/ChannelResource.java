package org.centralino.outbound.channel;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.outbound.channel.domain.AccountNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Numbers are added, renamed and removed, without a restart.
@Path("/api/numbers")
@Tag(name = "Numbers")
@RolesAllowed(Permission.MANAGE_NUMBERS)
class ChannelResource {
    private static final Logger LOG = Logger.getLogger(ChannelResource.class);
    private static final String AN_ID = "[0-9]{5,32}";
    private static final String NO_ID = "must be the digits that WhatsApp Manager shows, and not the phone number";
    private static final String A_TOKEN = "[!-~]*";
    private static final String NO_TOKEN = "must be letters, digits and signs without spaces";

    private final Channels channels;
    private final CurrentOperator operator;

    ChannelResource(Channels channels, CurrentOperator operator) {
        this.channels = channels;
        this.operator = operator;
    }

    /// @param accountId the platform's id of a WhatsApp Business account
    /// @param token by which it is asked; missing for the one of the settings
    @Schema(name = "LookUpNumbers")
    record LookUpRequest(
            @NotNull(message = "must not be missing") @Pattern(regexp = AN_ID, message = NO_ID)
            String accountId,

            @Size(max = 2000, message = "is longer than any token: at most 2000 characters")
            @Pattern(regexp = A_TOKEN, message = NO_TOKEN)
            @Nullable
            String token) {
        /// What is logged of a request says nothing of the token.
        @Override
        public String toString() {
            return "LookUpRequest[%s]".formatted(accountId);
        }
    }

    /// The numbers of an account.
    @Schema(name = "AccountNumbers")
    record AccountNumbers(List<AccountNumber> items) {}

    /// @param phoneNumberId the platform's id of the number
    /// @param accountId the platform's id of its WhatsApp Business account
    /// @param name what operators shall call it; missing for the name that customers see
    /// @param token by which it is called; missing for the one of the settings
    @Schema(name = "AddNumber")
    record AddRequest(
            @NotNull(message = "must not be missing") @Pattern(regexp = AN_ID, message = NO_ID)
            String phoneNumberId,

            @NotNull(message = "must not be missing") @Pattern(regexp = AN_ID, message = NO_ID)
            String accountId,

            @Size(max = 80, message = "may have 80 characters at most") @Nullable
            String name,

            @Size(max = 2000, message = "is longer than any token: at most 2000 characters")
            @Pattern(regexp = A_TOKEN, message = NO_TOKEN)
            @Nullable
            String token) {
        /// What is logged of a request says nothing of the token.
        @Override
        public String toString() {
            return "AddRequest[%s]".formatted(phoneNumberId);
        }
    }

    /// What is missing stays as it is.
    ///
    /// @param catalogId the platform's id of the catalogue whose products it shows; empty when it is to show none
    @Schema(name = "ChangeNumber")
    record ChangeRequest(
            @Size(max = 80, message = "may have 80 characters at most") @Nullable
            String name,

            @Pattern(regexp = AN_ID, message = NO_ID) @Nullable
            String accountId,

            @Pattern(
                    regexp = "(" + AN_ID + ")?",
                    message = "must be the digits that Commerce Manager shows, or empty for no catalogue")
            @Nullable
            String catalogId) {}

    @POST
    @Path("lookup")
    @Operation(
            summary = "Which numbers a WhatsApp Business account has",
            description = "Asked by a token that is given, which proves it. Nothing is kept.")
    @APIResponse(responseCode = "200", description = "The numbers that the token may see")
    @APIResponse(
            responseCode = "422",
            description =
                    "token-refused, or unknown-to-whatsapp: there is no such account, or the token may not see it")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer, or takes no more calls for a moment")
    public AccountNumbers lookUp(@Valid @NotNull LookUpRequest request) {
        return new AccountNumbers(channels.numbersOf(request.accountId(), blankAsNull(request.token())));
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Add a number",
            description = "WhatsApp is asked first whether the token is good for it and whether it belongs to the"
                    + " account. It counts as not connected until its account is subscribed and it is registered.")
    @APIResponse(
            responseCode = "201",
            description = "How far it is connected",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SetupView.class)))
    @APIResponse(
            responseCode = "409",
            description = "number-known: it is here already; no-token-key: tokens cannot be kept here")
    @APIResponse(
            responseCode = "422",
            description = "token-refused, unknown-to-whatsapp, number-of-another-account: nothing was written down")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer: nothing was written down")
    public SetupView add(@Valid @NotNull AddRequest request) {
        var by = operator.person();
        var added = channels.add(
                request.phoneNumberId(),
                request.accountId(),
                blankAsNull(request.name()),
                blankAsNull(request.token()),
                by);
        LOG.infof("%s added the number %s", by.id(), request.phoneNumberId());
        return added;
    }

    @PATCH
    @Path("{phoneNumberId}")
    @Operation(
            summary = "Call a number otherwise, name its account, or choose its catalogue",
            description = "A number of the settings has its name and its account there; its catalogue is chosen here.")
    @APIResponse(responseCode = "200", description = "How far it is connected")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "409", description = "number-of-settings: it is changed in the settings")
    @APIResponse(
            responseCode = "422",
            description = "number-of-another-account, catalogue-unknown, or WhatsApp refuses to say")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer: nothing was changed")
    public SetupView change(@RestPath String phoneNumberId, @Valid @NotNull ChangeRequest request) {
        var name = request.name();
        return channels.change(
                phoneNumberId, name == null ? null : name.strip(), request.accountId(), request.catalogId());
    }

    @DELETE
    @Path("{phoneNumberId}")
    @ResponseStatus(204)
    @Operation(
            summary = "Remove a number",
            description = "Its conversations stay, nothing is sent from it any more, and its access token is forgotten."
                    + " At WhatsApp it stays as it is.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "409", description = "number-of-settings: it is removed from the settings")
    public void remove(@RestPath String phoneNumberId) {
        var by = operator.person().id();
        channels.remove(phoneNumberId);
        LOG.infof("%s removed the number %s", by, phoneNumberId);
    }

    private static @Nullable String blankAsNull(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }
}
