package org.centralino.notes.note;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Another text for a note.
@Schema(name = "EditNote")
record EditRequest(
        @NoteText @Schema(minLength = 1, maxLength = NoteText.LONGEST, required = true)
        String text) {}
