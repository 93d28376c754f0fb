package org.centralino.notes.note;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A new note. Who writes it is known from the access token; whatever else stands in the body is ignored.
@Schema(name = "WriteNote")
record WriteRequest(
        @NotNull(message = "must be a UUID that you make, a new one for each note")
        @Schema(description = "Made by the caller, best a UUIDv7. The same id and text again is the same note")
        UUID id,

        @NoteText @Schema(minLength = 1, maxLength = NoteText.LONGEST, required = true)
        String text,

        @PositiveOrZero(message = "must be the epoch of the conversation, which is never negative")
        @Schema(
                description =
                        "The epoch that the browser knows. The note is told to those who see the conversation then")
        @Nullable
        Long epoch) {}
