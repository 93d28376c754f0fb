package org.centralino.notes.note;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.centralino.events.NoteEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.Decision;
import org.centralino.kit.conversation.KnownConversation;
import org.centralino.kit.conversation.KnownConversations;
import org.centralino.kit.conversation.Onlooker;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.restore.Retelling;
import org.centralino.kit.retry.Retry;
import org.centralino.notes.note.domain.Note;
import org.centralino.notes.note.domain.NoteCommand;
import org.jspecify.annotations.Nullable;

/// Keeps the notes. A change locks its conversation, so the events of one conversation keep their order;
/// the row and the event are written together or not at all.
@Singleton
class NoteStore {
    private static final String FIND = "select %s from note where id = $1".formatted(NoteRow.COLUMNS);
    private static final String FIND_ALL =
            "select %s from note where id = any ($1) for update".formatted(NoteRow.COLUMNS);
    private static final String FIRST_PAGE = """
            select %s from note where conversation_id = $1 and deleted_at is null
            order by at, id limit $2""".formatted(NoteRow.COLUMNS);
    private static final String NEXT_PAGE = """
            select %s from note where conversation_id = $1 and deleted_at is null and (at, id) > ($3, $4)
            order by at, id limit $2""".formatted(NoteRow.COLUMNS);

    /// One id sent at once to two conversations: the one who comes second finds it when he looks again.
    private static final Retry WHEN_BEATEN = new Retry(1, Duration.ofMillis(10), Duration.ofMillis(10));

    private final Database database;
    private final KnownConversations conversations;
    private final Outbox<NoteEvent.Changed> outbox = new Outbox<>(Topics.NOTES, WireFormat.NOTES);

    NoteStore(Database database, KnownConversations conversations) {
        this.database = database;
        this.conversations = conversations;
    }

    /// What became of a command.
    ///
    /// @param changed whether there was anything to do
    record Outcome(Note note, boolean changed) {}

    /// @param after where the page begins; null for the first one
    /// @return up to `limit` notes, oldest first; else the problem why they cannot be seen
    Uni<List<Note.Standing>> list(UUID conversationId, Onlooker onlooker, Cursor.@Nullable Position after, int limit) {
        return conversations
                .find(conversationId, onlooker)
                .chain(() -> after == null
                        ? database.ask(FIRST_PAGE, conversationId, limit)
                        : database.ask(
                                NEXT_PAGE, conversationId, limit, after.time().atOffset(ZoneOffset.UTC), after.id()))
                .map(rows -> notes(rows).map(Note.Standing.class::cast).toList());
    }

    /// Decides the command on what the id stands for; saves and tells what follows.
    ///
    /// @param command what to do, given how the conversation stands
    Uni<Outcome> handle(
            UUID conversationId, UUID noteId, Onlooker onlooker, Function<NoteCommand.Moment, NoteCommand> command) {
        return WHEN_BEATEN.of(
                () -> conversations.change(conversationId, onlooker, (transaction, conversation) -> {
                    var found = transaction.ask(FIND, noteId);
                    return conversation
                            .map(known -> command.apply(momentOf(known, onlooker)))
                            .chain(order -> found.map(
                                    rows -> decide(notes(rows).findFirst().orElse(new Note.Unwritten()), order)));
                }),
                Database::wasBeaten);
    }

    /// Learns again what was told of notes: a restored table has forgotten the newest of it.
    ///
    /// @return how many of the changes were new
    Uni<Integer> retold(List<NoteEvent.Changed> changes) {
        var ids = changes.stream().map(NoteEvent.Changed::noteId).distinct().toArray(UUID[]::new);
        return database.transaction(
                transaction -> transaction.ask(FIND_ALL, (Object) ids).map(rows -> retold(changes, rows)));
    }

    private static Written<Integer> retold(List<NoteEvent.Changed> changes, RowSet<Row> known) {
        var notes = new HashMap<UUID, Note>();
        for (var row : known) {
            var note = NoteRow.of(row);
            notes.put(note.id(), note.toNote());
        }
        var statements = new ArrayList<Statement>();
        for (var change : changes) {
            var note = notes.getOrDefault(change.noteId(), new Note.Unwritten());
            if (note.knows(change)) {
                continue;
            }
            var isNew = note instanceof Note.Unwritten;
            if (isNew && !(change instanceof NoteEvent.Written)) {
                throw new Retelling.BeganTooLateException("note " + change.noteId());
            }
            var after = note.after(change);
            notes.put(change.noteId(), after);
            statements.add(
                    isNew ? NoteRow.of(after).inserting() : NoteRow.of(after).updating());
        }
        return new Written<>(statements.size(), statements);
    }

    private Written<Outcome> decide(Note note, NoteCommand command) {
        return switch (note.decide(command)) {
            case Decision.Accepted(var changes) -> written(note, changes);
            case Decision.Rejected(var refusal) ->
                throw Refusals.problem(refusal).asException();
        };
    }

    private Written<Outcome> written(Note before, List<NoteEvent.Changed> changes) {
        var statements = new ArrayList<Statement>();
        var note = before;
        for (var change : changes) {
            var isNew = note instanceof Note.Unwritten;
            note = note.after(change);
            var row = NoteRow.of(note);
            statements.add(isNew ? row.inserting() : row.updating());
        }
        statements.addAll(outbox.append(changes));
        return new Written<>(new Outcome(note, !changes.isEmpty()), statements);
    }

    private static NoteCommand.Moment momentOf(KnownConversation conversation, Onlooker onlooker) {
        return new NoteCommand.Moment(conversation.access(), conversation.holder(), onlooker.at());
    }

    private static Stream<Note> notes(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(NoteRow::of).map(NoteRow::toNote);
    }
}
