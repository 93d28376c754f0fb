package org.centralino.outbound.channel;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.centralino.kit.operator.Permission;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.channel.domain.QrCode;
import org.centralino.outbound.whatsapp.CloudQrCodes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/// QR codes and short links by which customers open a chat with a number. WhatsApp keeps them.
@Path("/api/numbers/{phoneNumberId}/qr-codes")
@Tag(name = "Numbers")
@RolesAllowed(Permission.MANAGE_NUMBERS)
class QrCodeResource {
    private final CloudQrCodes platform;
    private final OwnNumbers numbers;

    QrCodeResource(CloudQrCodes platform, OwnNumbers numbers) {
        this.platform = platform;
        this.numbers = numbers;
    }

    /// @param message what stands in the customer's field when the chat opens
    @Schema(name = "WriteQrCode")
    record WriteRequest(
            @NotBlank(message = "must not be empty")
            @Size(max = QrCode.LONGEST_MESSAGE, message = "may have 140 characters at most")
            String message) {}

    /// All of a number.
    @Schema(name = "QrCodeList")
    record QrCodeList(List<QrCode> items) {}

    @GET
    @RolesAllowed(Permission.SEE_NUMBERS)
    @Operation(summary = "The QR codes and short links of the number")
    @APIResponse(responseCode = "200", description = "All of them")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "422", description = "WhatsApp refuses to say; the problem says why")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer")
    public QrCodeList all(@RestPath String phoneNumberId) {
        return new QrCodeList(PlatformProblems.doneOrFail(platform.of(ours(phoneNumberId))));
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Make a QR code with a short link")
    @APIResponse(
            responseCode = "201",
            description = "It is there",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = QrCode.class)))
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "422", description = "WhatsApp refuses it; the problem says why")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer")
    public QrCode create(@RestPath String phoneNumberId, @Valid @NotNull WriteRequest request) {
        return PlatformProblems.doneOrFail(platform.create(ours(phoneNumberId), request.message()));
    }

    @PATCH
    @Path("{code}")
    @Operation(summary = "Change the message of a QR code; its link stays")
    @APIResponse(responseCode = "200", description = "What it says from now on")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "422", description = "WhatsApp refuses it; the problem says why")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer")
    public QrCode change(@RestPath String phoneNumberId, @RestPath String code, @Valid @NotNull WriteRequest request) {
        return PlatformProblems.doneOrFail(platform.change(ours(phoneNumberId), code, request.message()));
    }

    @DELETE
    @Path("{code}")
    @ResponseStatus(204)
    @Operation(summary = "Delete a QR code: its link leads nowhere from now on")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "422", description = "WhatsApp refuses it; the problem says why")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer")
    public void delete(@RestPath String phoneNumberId, @RestPath String code) {
        PlatformProblems.doneOrFail(platform.delete(ours(phoneNumberId), code));
    }

    private String ours(String phoneNumberId) {
        return numbers.one(phoneNumberId).phoneNumberId();
    }
}
