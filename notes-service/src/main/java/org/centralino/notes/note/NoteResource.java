package org.centralino.notes.note;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.centralino.kit.conversation.Onlooker;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Page;
import org.centralino.notes.note.domain.Note;
import org.centralino.notes.note.domain.NoteCommand.Delete;
import org.centralino.notes.note.domain.NoteCommand.Edit;
import org.centralino.notes.note.domain.NoteCommand.Write;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The notes of a conversation.
@Path("/api/conversations/{conversationId}/notes")
@Tag(name = "Notes")
class NoteResource {
    private final NoteStore store;
    private final CurrentOperator operator;
    private final Clock clock;

    NoteResource(NoteStore store, CurrentOperator operator, Clock clock) {
        this.store = store;
        this.operator = operator;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Permission.READ_NOTES)
    @Operation(summary = "The notes of the conversation, oldest first")
    @APIResponse(responseCode = "200", description = "A page of notes")
    @APIResponse(responseCode = "400", description = "invalid-cursor: the cursor is not one of ours")
    @APIResponse(responseCode = "404", description = "There is no such conversation, or you may not see it")
    public Uni<Page<NoteView>> list(
            @RestPath UUID conversationId,
            @RestQuery @Nullable String cursor,
            @Parameter(
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "50"))
                    @RestQuery
                    @Nullable
                    String limit) {
        var most = Page.limit(limit);
        return store.list(conversationId, onlooker(null), Cursor.read(cursor), most + 1)
                .map(notes -> notes.stream().map(NoteView::of).toList())
                .map(notes -> Page.of(notes, most, note -> Cursor.of(note.at(), note.id())));
    }

    @POST
    @RolesAllowed(Permission.WRITE_NOTES)
    @Operation(
            summary = "Write a note",
            description = "The author is who is signed in. The customer never sees it. The same id and text again is"
                    + " answered with the note that is there.")
    @APIResponse(
            responseCode = "201",
            description = "The note",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NoteView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The note, which was written before",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NoteView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request: with what is wrong")
    @APIResponse(responseCode = "404", description = "There is no such conversation, or you may not see it")
    @APIResponse(
            responseCode = "409",
            description = "id-already-used: another note has this id; held-by-another-operator: somebody else has just"
                    + " got the conversation, and you may not see it any more; epoch-unknown: the epoch is not known"
                    + " here, or not yet")
    public Uni<RestResponse<NoteView>> write(
            @RestPath UUID conversationId,
            @NotNull(message = "must be a note with id and text") @Valid WriteRequest body) {
        var author = operator.person();
        return store.handle(
                        conversationId,
                        body.id(),
                        onlooker(body.epoch()),
                        moment -> new Write(body.id(), conversationId, author, body.text(), moment))
                .map(outcome -> RestResponse.status(
                        outcome.changed() ? RestResponse.Status.CREATED : RestResponse.Status.OK, view(outcome)));
    }

    @PUT
    @Path("{noteId}")
    @RolesAllowed(Permission.WRITE_NOTES)
    @Operation(summary = "Change the text of a note of one's own")
    @APIResponse(responseCode = "200", description = "The note")
    @APIResponse(responseCode = "400", description = "invalid-request: with what is wrong")
    @APIResponse(responseCode = "403", description = "not-allowed: it is a colleague's note")
    @APIResponse(responseCode = "404", description = "There is no such note, or you may not see the conversation")
    public Uni<NoteView> edit(
            @RestPath UUID conversationId,
            @RestPath UUID noteId,
            @NotNull(message = "must be a note with its text") @Valid EditRequest body) {
        var by = operator.person();
        return store.handle(
                        conversationId,
                        noteId,
                        onlooker(body.epoch()),
                        moment -> new Edit(conversationId, by, body.text(), moment))
                .map(NoteResource::view);
    }

    @DELETE
    @Path("{noteId}")
    @RolesAllowed(Permission.WRITE_NOTES)
    @Operation(summary = "Delete a note of one's own")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "403", description = "not-allowed: it is a colleague's note")
    @APIResponse(responseCode = "404", description = "There is no such note, or you may not see the conversation")
    public Uni<Void> delete(@RestPath UUID conversationId, @RestPath UUID noteId) {
        var by = operator.person();
        return store.handle(conversationId, noteId, onlooker(null), moment -> new Delete(conversationId, by, moment))
                .replaceWithVoid();
    }

    /// @param epoch of which change of the holder the browser knows, if it says so
    private Onlooker onlooker(@Nullable Long epoch) {
        var onlooker = Onlooker.of(operator.visibility(), clock.instant());
        return epoch == null ? onlooker : onlooker.knowing(epoch);
    }

    private static NoteView view(NoteStore.Outcome outcome) {
        return NoteView.of((Note.Standing) outcome.note());
    }
}
