package org.centralino.notes.note;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.centralino.events.Person;
import org.centralino.kit.database.Statement;
import org.centralino.notes.note.domain.Note;
import org.jspecify.annotations.Nullable;

/// A note. A deleted one keeps its id, so that it cannot be written again by a late repetition, but not its
/// text.
record NoteRow(
        UUID id,
        UUID conversationId,
        Person author,
        String text,
        Instant at,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt) {

    static final String COLUMNS = "id, conversation_id, author_id, author_name, text, at, edited_at, deleted_at";

    private static final String INSERT =
            "insert into note (%s) values ($1, $2, $3, $4, $5, $6, $7, $8)".formatted(COLUMNS);
    private static final String UPDATE = "update note set text = $2, edited_at = $3, deleted_at = $4 where id = $1";

    static NoteRow of(Row row) {
        return new NoteRow(
                row.getUUID(0),
                row.getUUID(1),
                new Person(row.getUUID(2), row.getString(3)),
                row.getString(4),
                row.getOffsetDateTime(5).toInstant(),
                instant(row.getOffsetDateTime(6)),
                instant(row.getOffsetDateTime(7)));
    }

    static NoteRow of(Note note) {
        return switch (note) {
            case Note.Standing(var id, var conversationId, var author, var text, var at, var editedAt) ->
                new NoteRow(id, conversationId, author, text, at, editedAt, null);
            case Note.Deletion(var id, var conversationId, var author, var at, var deletedAt) ->
                new NoteRow(id, conversationId, author, "", at, null, deletedAt);
            case Note.Unwritten _ -> throw new IllegalArgumentException("What is not written has no row");
        };
    }

    Note toNote() {
        return deletedAt == null
                ? new Note.Standing(id, conversationId, author, text, at, editedAt)
                : new Note.Deletion(id, conversationId, author, at, deletedAt);
    }

    Statement inserting() {
        return Statement.of(
                INSERT, id, conversationId, author.id(), author.name(), text, utc(at), utc(editedAt), utc(deletedAt));
    }

    Statement updating() {
        return Statement.of(UPDATE, id, text, utc(editedAt), utc(deletedAt));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
