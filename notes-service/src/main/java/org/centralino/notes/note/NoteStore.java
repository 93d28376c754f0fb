package org.centralino.notes.note;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.centralino.events.NoteEvent;
import org.centralino.events.Person;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.Decision;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.outbox.Outbox;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.retry.Retry;
import org.centralino.notes.conversation.ConversationStore;
import org.centralino.notes.note.domain.Note;
import org.centralino.notes.note.domain.NoteCommand;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/// Keeps the notes. A change locks its conversation, so the events of one conversation keep their order;
/// the row and the event are written together or not at all.
@ApplicationScoped
class NoteStore {
    private static final String STANDING = "from NoteRow where conversationId = :conversation and deletedAt is null";
    private static final String IN_ORDER = " order by at, id";

    /// One id sent at once to two conversations: the one who comes second finds it when he looks again.
    private static final Retry WHEN_BEATEN = new Retry(1, Duration.ofMillis(10), Duration.ofMillis(10));

    private final ConversationStore conversations;
    private final Outbox<NoteEvent> outbox = new Outbox<>(Topics.NOTES, WireFormat.NOTES, NoteStore::conversationOf);

    NoteStore(ConversationStore conversations) {
        this.conversations = conversations;
    }

    /// What became of a command.
    ///
    /// @param changed whether there was anything to do
    record Outcome(Note note, boolean changed) {}

    /// @param after where the page begins, or null for the first one
    /// @return up to `limit` notes, oldest first, or a 404 problem
    Uni<List<Note.Standing>> list(UUID conversationId, Visibility visibility, Cursor.Position after, int limit) {
        return conversations.reading(
                conversationId,
                visibility,
                (session, conversation) -> page(session, conversation.id(), after)
                        .setMaxResults(limit)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(NoteRow::toDomain)
                                .map(Note.Standing.class::cast)
                                .toList()));
    }

    private static Mutiny.SelectionQuery<NoteRow> page(
            Mutiny.Session session, UUID conversationId, Cursor.Position after) {
        if (after == null) {
            return session.createSelectionQuery(STANDING + IN_ORDER, NoteRow.class)
                    .setParameter("conversation", conversationId);
        }
        return session.createSelectionQuery(STANDING + " and (at, id) > (:at, :id)" + IN_ORDER, NoteRow.class)
                .setParameter("conversation", conversationId)
                .setParameter("at", after.time())
                .setParameter("id", after.id());
    }

    /// Decides the command on what the id stands for; saves and tells what follows.
    ///
    /// @param command what to do, given who holds the conversation
    Uni<Outcome> handle(
            UUID conversationId, UUID noteId, Visibility visibility, Function<Person, NoteCommand> command) {
        return WHEN_BEATEN.of(
                () -> conversations.changing(
                        conversationId,
                        visibility,
                        (session, conversation) -> session.find(NoteRow.class, noteId)
                                .chain(row -> decide(session, row, command.apply(conversation.assignee())))),
                ConstraintViolationException.class::isInstance);
    }

    private Uni<Outcome> decide(Mutiny.Session session, NoteRow row, NoteCommand command) {
        var note = row == null ? new Note.Unwritten() : row.toDomain();
        return switch (note.decide(command)) {
            case Decision.Accepted(var changes)
            when changes.isEmpty() -> Uni.createFrom().item(new Outcome(note, false));
            case Decision.Accepted(var changes) -> save(session, row, note, changes);
            case Decision.Rejected(var refusal) ->
                Uni.createFrom().failure(Refusals.problem(refusal).asException());
        };
    }

    private Uni<Outcome> save(Mutiny.Session session, NoteRow known, Note before, List<NoteEvent.Changed> changes) {
        var note = before;
        for (var change : changes) {
            note = note.after(change);
        }
        var row = known == null ? new NoteRow() : known;
        row.become(note);
        return (known == null ? session.persist(row) : Uni.createFrom().voidItem())
                .chain(() -> outbox.append(session, changes))
                .replaceWith(new Outcome(note, true));
    }

    private static UUID conversationOf(NoteEvent event) {
        return switch (event) {
            case NoteEvent.Changed changed -> changed.conversationId();
            case NoteEvent.Unrecognised unknown -> throw new IllegalArgumentException("Never published: " + unknown);
        };
    }
}
