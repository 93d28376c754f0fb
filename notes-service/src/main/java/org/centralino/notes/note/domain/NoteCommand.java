package org.centralino.notes.note.domain;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Person;

/// What an operator wants to do with a note. Each command carries who holds the conversation at that
/// moment, for the event.
public sealed interface NoteCommand {

    /// @param id made by the author's browser: written twice, it is the same note
    record Write(UUID id, UUID conversationId, Person author, String text, Person assignee, Instant at)
            implements NoteCommand {}

    /// Gives the note another text.
    record Edit(UUID conversationId, Person by, String text, Person assignee, Instant at) implements NoteCommand {}

    /// Takes the note back.
    record Delete(UUID conversationId, Person by, Person assignee, Instant at) implements NoteCommand {}
}
