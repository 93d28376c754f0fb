package org.centralino.events;

import java.time.Instant;
import java.util.UUID;

/// Internal notes. Published by the notes service on [Topics#NOTES], keyed by the conversation. They stay
/// inside: nothing that talks to customers may read this topic.
public sealed interface NoteEvent extends Event {

    /// A colleague wrote a note.
    ///
    /// @param assignee who held the conversation at that moment, or null
    @WireName("note.written.v1")
    record Written(UUID conversationId, UUID noteId, Person author, String text, Person assignee, Instant at)
            implements Changed {}

    /// The author changed the note's text.
    @WireName("note.edited.v1")
    record Edited(UUID conversationId, UUID noteId, Person author, String text, Person assignee, Instant at)
            implements Changed {}

    /// The author took the note back.
    @WireName("note.deleted.v1")
    record Deleted(UUID conversationId, UUID noteId, Person author, Person assignee, Instant at) implements Changed {}

    /// A type that this version does not know.
    record Unrecognised(String type) implements NoteEvent {}

    /// What every change of a note says.
    sealed interface Changed extends NoteEvent {
        UUID conversationId();

        UUID noteId();

        Person author();

        Person assignee();

        Instant at();
    }
}
