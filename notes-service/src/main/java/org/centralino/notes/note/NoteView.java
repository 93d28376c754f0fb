package org.centralino.notes.note;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Person;
import org.centralino.notes.note.domain.Note;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A note, as clients see it.
@Schema(name = "Note")
record NoteView(
        UUID id,
        UUID conversationId,
        Instant at,

        @Schema(description = "When its text was last changed; left out when it never was") @Nullable
        Instant editedAt,

        Person author,
        String text) {

    static NoteView of(Note.Standing note) {
        return new NoteView(note.id(), note.conversationId(), note.at(), note.editedAt(), note.author(), note.text());
    }
}
