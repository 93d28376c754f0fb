package org.centralino.conversation.media;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.UUID;
import org.centralino.conversation.inbox.InboxQueries;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The files of messages.
@Path("/api/conversations/{conversationId}")
public class MediaResource {
    private static final String THUMBNAIL = "thumbnail";

    private final MediaQueries queries;
    private final InboxQueries inbox;
    private final MediaDownload download;
    private final MediaTickets tickets;
    private final CurrentOperator operator;

    MediaResource(
            MediaQueries queries,
            InboxQueries inbox,
            MediaDownload download,
            MediaTickets tickets,
            CurrentOperator operator) {
        this.queries = queries;
        this.inbox = inbox;
        this.download = download;
        this.tickets = tickets;
        this.operator = operator;
    }

    @GET
    @Path("messages/{messageId}/media")
    @RolesAllowed({Permission.SEE_ALL, Permission.SEE_OWN})
    @Operation(
            summary = "The file of a message, or a part of it (Range). A page that cannot send an access token sends a"
                    + " ticket.")
    @Parameter(
            name = "ticket",
            in = ParameterIn.QUERY,
            description = "in place of an access token: see media-ticket",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The file, to be shown when it is a picture, a video or sound, and else to be saved",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The part that was asked for")
    @APIResponse(responseCode = "304", description = "It is the one that the browser has")
    public Uni<Void> media(
            @RestPath UUID conversationId,
            @RestPath UUID messageId,
            @Parameter(
                            description = "thumbnail for the small form of a picture; without it, the file itself",
                            schema = @Schema(type = SchemaType.STRING, enumeration = THUMBNAIL))
                    @RestQuery
                    @Nullable
                    String size,
            @Parameter(description = "which card's file, counted from 0, of a template with cards") @RestQuery @Nullable
                    Integer card,
            @Context RoutingContext call) {
        if (size != null && !size.equals(THUMBNAIL)) {
            throw Problem.invalid("size is thumbnail, or left out.").asException();
        }
        var visibility = operator.visibility();
        var wanted = card == null
                ? queries.file(conversationId, messageId, size != null, visibility)
                : queries.fileOfCard(conversationId, messageId, card, visibility);
        return wanted.chain(file -> download.send(file, call.request()));
    }

    @GET
    @Path("media-ticket")
    @RolesAllowed({Permission.SEE_ALL, Permission.SEE_OWN})
    @Operation(
            summary = "A ticket by which a page of the signed-in operator shows files of this conversation for at least"
                    + " ten minutes. Those of nearly one time are equal.")
    public Uni<MediaTicketView> ticket(@RestPath UUID conversationId) {
        var visibility = operator.visibility();
        return inbox.conversation(conversationId, visibility).map(_ -> tickets.make(conversationId, visibility));
    }
}
