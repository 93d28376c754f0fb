package org.centralino.notes.note;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Person;
import org.centralino.notes.note.domain.Note;

/// A note. A deleted one keeps its id, so that it cannot be written again by a late repetition, but not its
/// text.
@Entity
@Table(name = "note")
class NoteRow {
    @Id
    UUID id;

    @Column(name = "conversation_id")
    UUID conversationId;

    @Column(name = "author_id")
    UUID authorId;

    @Column(name = "author_name")
    String authorName;

    String text;
    Instant at;

    @Column(name = "edited_at")
    Instant editedAt;

    @Column(name = "deleted_at")
    Instant deletedAt;

    NoteRow() {}

    Note toDomain() {
        var author = new Person(authorId, authorName);
        return deletedAt == null
                ? new Note.Standing(id, conversationId, author, text, at, editedAt)
                : new Note.Deletion(id, conversationId, author, at, deletedAt);
    }

    void become(Note note) {
        switch (note) {
            case Note.Standing standing -> {
                is(standing.id(), standing.conversationId(), standing.author(), standing.at());
                text = standing.text();
                editedAt = standing.editedAt();
            }
            case Note.Deletion deletion -> {
                is(deletion.id(), deletion.conversationId(), deletion.author(), deletion.at());
                text = "";
                deletedAt = deletion.deletedAt();
            }
            case Note.Unwritten _ -> throw new IllegalArgumentException("What is not written has no row");
        }
    }

    private void is(UUID noteId, UUID conversation, Person author, Instant writtenAt) {
        id = noteId;
        conversationId = conversation;
        authorId = author.id();
        authorName = author.name();
        at = writtenAt;
    }
}
