package org.centralino.notes.note;

import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Another text for a note.
@Schema(name = "EditNote")
record EditRequest(
        @NoteText @Schema(minLength = 1, maxLength = NoteText.LONGEST, required = true)
        String text,

        @PositiveOrZero(message = "must be the epoch of the conversation, which is never negative")
        @Schema(
                description =
                        "The epoch that the browser knows. The note is told to those who see the conversation then")
        @Nullable
        Long epoch) {}
