package org.centralino.notes.note.domain;

import static org.centralino.kit.Decision.accepted;
import static org.centralino.kit.Decision.nothing;
import static org.centralino.kit.Decision.rejected;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.NoteEvent;
import org.centralino.events.NoteEvent.Deleted;
import org.centralino.events.NoteEvent.Edited;
import org.centralino.events.NoteEvent.Written;
import org.centralino.events.Person;
import org.centralino.kit.Decision;
import org.centralino.notes.note.domain.NoteCommand.Delete;
import org.centralino.notes.note.domain.NoteCommand.Edit;
import org.centralino.notes.note.domain.NoteCommand.Moment;
import org.centralino.notes.note.domain.NoteCommand.Write;
import org.jspecify.annotations.Nullable;

/// What an id stands for: nothing yet, a note, or a note that was taken back.
public sealed interface Note {

    Decision<NoteEvent.Changed, Refusal> decide(NoteCommand command);

    /// @throws IllegalStateException for an event that [#decide] does not give in this state
    Note after(NoteEvent.Changed event);

    /// @return whether what was told stands in the note already
    boolean knows(NoteEvent.Changed event);

    /// No note has this id yet.
    record Unwritten() implements Note {
        @Override
        public Decision<NoteEvent.Changed, Refusal> decide(NoteCommand command) {
            return switch (command) {
                case Write(
                        var id,
                        var conversationId,
                        var author,
                        var text,
                        Moment(var access, var assignee, var at)) ->
                    accepted(new Written(conversationId, access, id, author, text, assignee, at));
                case Edit _, Delete _ -> rejected(Refusal.NO_SUCH_NOTE);
            };
        }

        @Override
        public Note after(NoteEvent.Changed event) {
            return switch (event) {
                case Written written ->
                    new Standing(
                            written.noteId(),
                            written.conversationId(),
                            written.author(),
                            written.text(),
                            written.at(),
                            null);
                case Edited _, Deleted _ -> throw unexpected(event);
            };
        }

        @Override
        public boolean knows(NoteEvent.Changed event) {
            return false;
        }
    }

    /// A note that colleagues can read.
    ///
    /// @param at when it was written
    /// @param editedAt when its text was last changed, if it was
    record Standing(
            UUID id,
            UUID conversationId,
            Person author,
            String text,
            Instant at,
            @Nullable Instant editedAt) implements Note {
        @Override
        public Decision<NoteEvent.Changed, Refusal> decide(NoteCommand command) {
            return switch (command) {
                case Write again when isWrittenBy(again) -> nothing();
                case Write _ -> rejected(Refusal.ID_ALREADY_USED);

                case Edit edit when isElsewhere(edit.conversationId()) -> rejected(Refusal.NO_SUCH_NOTE);
                case Edit edit when !edit.by().is(author) -> rejected(Refusal.NOT_THE_AUTHOR);
                case Edit edit when edit.text().equals(text) -> nothing();
                case Edit(var in, var by, var words, Moment(var access, var assignee, var now)) ->
                    accepted(new Edited(in, access, id, by, words, assignee, now));

                case Delete delete when isElsewhere(delete.conversationId()) -> rejected(Refusal.NO_SUCH_NOTE);
                case Delete delete when !delete.by().is(author) -> rejected(Refusal.NOT_THE_AUTHOR);
                case Delete(var in, var by, Moment(var access, var assignee, var now)) ->
                    accepted(new Deleted(in, access, id, by, assignee, now));
            };
        }

        @Override
        public Note after(NoteEvent.Changed event) {
            return switch (event) {
                case Edited edited -> new Standing(id, conversationId, author, edited.text(), at, edited.at());
                case Deleted deleted -> new Deletion(id, conversationId, author, at, deleted.at());
                case Written _ -> throw unexpected(event);
            };
        }

        @Override
        public boolean knows(NoteEvent.Changed event) {
            return switch (event) {
                case Written _ -> true;
                case Edited edited -> editedAt != null && !edited.at().isAfter(editedAt);
                case Deleted _ -> false;
            };
        }

        private boolean isWrittenBy(Write write) {
            return !isElsewhere(write.conversationId())
                    && write.author().is(author)
                    && write.text().equals(text);
        }

        private boolean isElsewhere(UUID conversation) {
            return !conversation.equals(conversationId);
        }
    }

    /// A note that its author took back. Nothing is left of what it said.
    record Deletion(UUID id, UUID conversationId, Person author, Instant at, Instant deletedAt) implements Note {
        @Override
        public Decision<NoteEvent.Changed, Refusal> decide(NoteCommand command) {
            return switch (command) {
                case Write _ -> rejected(Refusal.ID_ALREADY_USED);
                case Delete again when isRepeatedBy(again) -> nothing();
                case Edit _, Delete _ -> rejected(Refusal.NO_SUCH_NOTE);
            };
        }

        @Override
        public Note after(NoteEvent.Changed event) {
            throw unexpected(event);
        }

        @Override
        public boolean knows(NoteEvent.Changed event) {
            return true;
        }

        private boolean isRepeatedBy(Delete delete) {
            return delete.conversationId().equals(conversationId) && delete.by().is(author);
        }
    }

    private static IllegalStateException unexpected(NoteEvent.Changed event) {
        return new IllegalStateException("Not decided here: " + event.getClass().getSimpleName());
    }
}
