package org.centralino.notes.note.domain;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.Person;
import org.jspecify.annotations.Nullable;

/// What an operator wants to do with a note.
public sealed interface NoteCommand {

    /// How the conversation stands when it is done: that is told with it.
    ///
    /// @param access to whom the conversation, and so the note, is visible
    /// @param assignee who holds it; null when nobody does
    record Moment(Access access, @Nullable Person assignee, Instant at) {}

    /// @param id made by the author's browser: written twice, it is the same note
    record Write(UUID id, UUID conversationId, Person author, String text, Moment moment) implements NoteCommand {}

    /// Gives the note another text.
    record Edit(UUID conversationId, Person by, String text, Moment moment) implements NoteCommand {}

    /// Takes the note back.
    record Delete(UUID conversationId, Person by, Moment moment) implements NoteCommand {}
}
