package org.centralino.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Internal notes. Published by the notes service on [Topics#NOTES], keyed by the conversation. They stay
/// inside: nothing that talks to customers may read this topic.
public sealed interface NoteEvent extends Event {

    /// A colleague wrote a note.
    ///
    /// @param text what the note says
    @WireName("note.written.v1")
    record Written(
            UUID conversationId,
            @Nullable Access access,
            UUID noteId,
            Person author,
            String text,
            @Nullable Person assignee,
            Instant at)
            implements Changed {}

    /// The author changed the note's text.
    ///
    /// @param text what the note says from now on
    @WireName("note.edited.v1")
    record Edited(
            UUID conversationId,
            @Nullable Access access,
            UUID noteId,
            Person author,
            String text,
            @Nullable Person assignee,
            Instant at)
            implements Changed {}

    /// The author took the note back.
    @WireName("note.deleted.v1")
    record Deleted(
            UUID conversationId,
            @Nullable Access access,
            UUID noteId,
            Person author,
            @Nullable Person assignee,
            Instant at)
            implements Changed {}

    /// A type that this version does not know.
    record Unrecognised(String type) implements NoteEvent {}

    /// What every change of a note says.
    sealed interface Changed extends NoteEvent, InConversation {
        /// The id that the author's browser made; one id, one note.
        UUID noteId();

        /// Who wrote it.
        Person author();

        /// Who held the conversation at that moment; null when nobody did.
        @Nullable
        Person assignee();
    }
}
