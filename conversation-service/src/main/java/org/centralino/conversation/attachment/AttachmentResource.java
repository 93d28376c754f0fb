package org.centralino.conversation.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.centralino.conversation.attachment.domain.AttachmentKind;
import org.centralino.conversation.attachment.domain.GivenName;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Files that operators bring, before a reply names them.
@Path("/api/conversations/{conversationId}/attachments")
public class AttachmentResource {
    private final Attachments attachments;
    private final CurrentOperator operator;

    AttachmentResource(Attachments attachments, CurrentOperator operator) {
        this.attachments = attachments;
        this.operator = operator;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Permission.REPLY, Permission.START})
    @Operation(
            summary =
                    "Bring a file that a reply to this conversation is to name. The body is the file, of a length that"
                            + " is said; its name is that of Content-Disposition. What no reply names for a day is deleted."
                            + " Who may write to customers first can bring it before there is a conversation, which then"
                            + " begins with the id that is named here.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "It is here",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AttachmentView.class)))
    @APIResponse(
            responseCode = "413",
            description = "It is larger than WhatsApp allows for its kind; limit says how many bytes it may have",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<AttachmentView> bring(
            @RestPath UUID conversationId,
            @Parameter(description = "made by the caller (a UUID), so that a file that is brought twice is there once")
                    @RestQuery
                    @Nullable
                    UUID id,
            @Parameter(description = "true for what is to be a document, whatever it is: with the limit of documents")
                    @RestQuery
                    boolean document,
            @Context RoutingContext call) {
        var request = call.request();
        request.pause();
        var author = operator.person();
        var visibility = operator.visibility();
        var use = new AttachmentStore.Use(operator.may(Permission.REPLY), operator.may(Permission.START));
        return Uni.createFrom()
                .deferred(() -> attachments.bring(
                        conversationId, id, offered(request, document), author, visibility, use, request))
                // Who is refused may still be sending.
                .onFailure()
                .invoke(() -> call.response().putHeader(HttpHeaders.CONNECTION, "close"))
                .map(AttachmentView::of);
    }

    private static Attachments.Offer offered(HttpServerRequest request, boolean asDocument) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith("multipart/")) {
            throw Problem.of(
                            415,
                            "unsupported-media-type",
                            "The body is a form",
                            "Send the bytes of one file, and nothing else, with the file's own Content-Type.")
                    .asException();
        }
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            throw Problem.of(
                            411,
                            "length-required",
                            "The length is missing",
                            "Say with Content-Length how many bytes the file has.")
                    .asException();
        }
        var bytes = Long.parseLong(length);
        if (bytes == 0) {
            throw Problem.invalid("The file is empty.").asException();
        }
        if (bytes > AttachmentKind.DOCUMENT.mostBytes()) {
            throw Attachments.tooLarge(AttachmentKind.DOCUMENT).asException();
        }
        return new Attachments.Offer(type, bytes, nameOf(request), asDocument);
    }

    private static @Nullable String nameOf(HttpServerRequest request) {
        try {
            return GivenName.of(request.getHeader("content-disposition")).orElse(null);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.invalid("The file name in Content-Disposition is not encoded as it says.")
                    .asException();
        }
    }
}
