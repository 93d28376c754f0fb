package org.centralino.notes.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.Person;
import org.centralino.kit.database.Rows;
import org.centralino.kit.kafka.Received;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.retry.Retry;
import org.centralino.notes.NotesConfig;
import org.hibernate.reactive.mutiny.Mutiny;

/// Keeps the copy of who holds which conversation, and lets work on a conversation begin only for those who
/// may see it.
@ApplicationScoped
public class ConversationStore {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /// Two topics tell the holder, in no order between them: the later epoch is right. What is known
    /// already is neither written nor locked.
    private static final String LEARN = """
            insert into conversation (id, epoch, assignee_id, assignee_name)
            select told.id, told.epoch, told.assignee_id, told.assignee_name
            from jsonb_to_recordset(cast(cast(:told as text) as jsonb)) as told
              (id uuid, epoch bigint, assignee_id uuid, assignee_name text)
            left join conversation known on known.id = told.id
            where known.id is null or known.epoch < told.epoch
            order by told.id
            on conflict (id) do update
            set epoch = excluded.epoch, assignee_id = excluded.assignee_id, assignee_name = excluded.assignee_name
            where conversation.epoch < excluded.epoch""";

    private final Mutiny.SessionFactory sessions;
    private final Retry untilKnown;

    ConversationStore(Mutiny.SessionFactory sessions, NotesConfig config) {
        this.sessions = sessions;
        var looks = (int) config.waitForConversation().dividedBy(LOOK_EVERY);
        this.untilKnown = new Retry(looks, LOOK_EVERY, LOOK_EVERY);
    }

    /// Reads within the conversation, for an operator who may see it; else a 404 problem.
    public <T> Uni<T> reading(
            UUID conversationId, Visibility visibility, BiFunction<Mutiny.Session, Conversation, Uni<T>> work) {
        return whenVisible(visibility, session -> session.find(ConversationRow.class, conversationId), work);
    }

    /// Changes something within the conversation, one after the other, for an operator who may see it; else
    /// a 404 problem.
    public <T> Uni<T> changing(
            UUID conversationId, Visibility visibility, BiFunction<Mutiny.Session, Conversation, Uni<T>> work) {
        return whenVisible(
                visibility,
                session -> session.find(ConversationRow.class, conversationId, LockModeType.PESSIMISTIC_WRITE),
                work);
    }

    Uni<Void> learnFromConversations(List<Received<ConversationEvent>> events) {
        return learn(latest(events.stream().map(Received::event).flatMap(ConversationStore::toldBy)));
    }

    Uni<Void> learnFromAssignments(List<Received<AssignmentEvent>> events) {
        return learn(latest(events.stream().map(Received::event).flatMap(ConversationStore::toldBy)));
    }

    private Uni<Void> learn(Collection<Told> told) {
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : sessions.withTransaction(session -> session.createNativeQuery(LEARN)
                                .setParameter("told", Rows.asJson(told))
                                .executeUpdate())
                        .replaceWithVoid();
    }

    /// What the operator cannot see does not exist for him, and he cannot tell it from what is not known
    /// yet: both are waited for equally.
    private <T> Uni<T> whenVisible(
            Visibility visibility,
            Function<Mutiny.Session, Uni<ConversationRow>> load,
            BiFunction<Mutiny.Session, Conversation, Uni<T>> work) {
        return untilKnown
                .of(
                        () -> sessions.withTransaction(session -> load.apply(session)
                                .map(row -> visible(row, visibility))
                                .chain(conversation -> work.apply(session, conversation))),
                        NotVisibleException.class::isInstance)
                .onFailure(NotVisibleException.class)
                .transform(_ -> Problem.notFound("The conversation").asException());
    }

    private static Conversation visible(ConversationRow row, Visibility visibility) {
        if (row == null || !visibility.covers(row.toDomain().assignee())) {
            throw new NotVisibleException();
        }
        return row.toDomain();
    }

    private static Stream<Told> toldBy(ConversationEvent event) {
        return switch (event) {
            case ConversationEvent.Recorded recorded -> {
                var state = recorded.conversation();
                yield Stream.of(Told.of(recorded.conversationId(), state.epoch(), state.assignee()));
            }
            case ConversationEvent.Unrecognised _ -> Stream.empty();
        };
    }

    private static Stream<Told> toldBy(AssignmentEvent event) {
        return switch (event) {
            case AssignmentEvent.ResponderChanged changed ->
                Stream.of(Told.of(changed.conversationId(), changed.epoch(), changed.operator()));
            case AssignmentEvent.Unrecognised _ -> Stream.empty();
        };
    }

    private static Collection<Told> latest(Stream<Told> all) {
        var byConversation = new HashMap<UUID, Told>();
        all.forEach(told ->
                byConversation.merge(told.id(), told, BinaryOperator.maxBy(Comparator.comparingLong(Told::epoch))));
        return byConversation.values();
    }

    /// Who holds a conversation as an event knew it, in the names of the table's columns.
    private record Told(UUID id, long epoch, UUID assigneeId, String assigneeName) {
        static Told of(UUID id, long epoch, Person assignee) {
            return new Told(
                    id, epoch, assignee == null ? null : assignee.id(), assignee == null ? null : assignee.name());
        }
    }

    /// There is no such conversation for this operator, as far as is known.
    private static final class NotVisibleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotVisibleException() {
            super(null, null, false, false);
        }
    }
}
