package org.centralino.assignment.responsibility;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.centralino.assignment.AssignmentConfig;
import org.centralino.assignment.directory.DirectoryStore;
import org.centralino.assignment.responsibility.domain.AssignmentCommand;
import org.centralino.assignment.responsibility.domain.Responsibility;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.AssignmentEvent.ResponderChanged;
import org.centralino.events.ConversationEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.Decision;
import org.centralino.kit.database.Rows;
import org.centralino.kit.kafka.Received;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.outbox.Outbox;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.retry.Retry;
import org.hibernate.reactive.mutiny.Mutiny;

/// Keeps who is responsible. A change locks the conversation's row, so the database decides the order of
/// those who come at once; the row and the event are written together or not at all.
@ApplicationScoped
class ResponsibilityStore {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /// Writes conversations that are new, and those of which the log knows a later epoch than this
    /// database: it was restored from an older copy then, and must not give an epoch twice. All others are
    /// neither written nor locked.
    private static final String LEARN = """
            insert into assignment (conversation_id, epoch, operator_id, operator_name, since)
            select told.conversation_id, told.epoch, told.operator_id, told.operator_name, told.since
            from jsonb_to_recordset(cast(cast(:told as text) as jsonb)) as told
              (conversation_id uuid, epoch bigint, operator_id uuid, operator_name text, since timestamptz)
            left join assignment known on known.conversation_id = told.conversation_id
            where known.conversation_id is null or known.epoch < told.epoch
            order by told.conversation_id
            on conflict (conversation_id) do update
            set epoch = excluded.epoch, operator_id = excluded.operator_id,
                operator_name = excluded.operator_name, since = excluded.since
            where assignment.epoch < excluded.epoch""";

    private final Mutiny.SessionFactory sessions;
    private final DirectoryStore directory;
    private final Retry untilKnown;
    private final Outbox<AssignmentEvent> outbox =
            new Outbox<>(Topics.ASSIGNMENT, WireFormat.ASSIGNMENT, ResponsibilityStore::conversationOf);

    ResponsibilityStore(Mutiny.SessionFactory sessions, DirectoryStore directory, AssignmentConfig config) {
        this.sessions = sessions;
        this.directory = directory;
        var looks = (int) config.waitForConversation().dividedBy(LOOK_EVERY);
        this.untilKnown = new Retry(looks, LOOK_EVERY, LOOK_EVERY);
    }

    /// @return who is responsible, for an operator who may see it; else a 404 problem
    Uni<Responsibility> find(UUID conversationId, Visibility visibility) {
        return whenVisible(
                visibility,
                session -> session.find(ResponsibilityRow.class, conversationId),
                (_, row) -> Uni.createFrom().item(row.toDomain()));
    }

    /// Decides the command on the locked row; saves and tells what follows.
    ///
    /// @return who is responsible then, or the problem why nothing changes
    Uni<Responsibility> handle(UUID conversationId, Visibility visibility, AssignmentCommand command) {
        return whenVisible(
                visibility,
                session -> session.find(ResponsibilityRow.class, conversationId, LockModeType.PESSIMISTIC_WRITE),
                (session, row) -> switch (row.toDomain().decide(command)) {
                    case Decision.Accepted(var changes) -> save(session, row, changes);
                    case Decision.Rejected(var refusal) ->
                        Uni.createFrom().failure(Refusals.problem(refusal).asException());
                });
    }

    /// Learns the conversations that these events tell of.
    Uni<Void> learn(List<Received<ConversationEvent>> events) {
        var told = told(events);
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : sessions.withTransaction(session -> session.createNativeQuery(LEARN)
                                .setParameter("told", Rows.asJson(told))
                                .executeUpdate())
                        .replaceWithVoid();
    }

    private Uni<Responsibility> save(Mutiny.Session session, ResponsibilityRow row, List<ResponderChanged> changes) {
        var responsibility = row.toDomain();
        var written = outbox.append(session, changes);
        for (var change : changes) {
            responsibility = responsibility.after(change);
            written = written.chain(() -> directory.meet(session, change.by(), change.at()));
        }
        row.become(responsibility);
        return written.replaceWith(responsibility);
    }

    /// What the operator cannot see does not exist for him, and he cannot tell it from what is not known
    /// yet: both are waited for equally.
    private <T> Uni<T> whenVisible(
            Visibility visibility,
            Function<Mutiny.Session, Uni<ResponsibilityRow>> load,
            BiFunction<Mutiny.Session, ResponsibilityRow, Uni<T>> work) {
        return untilKnown
                .of(
                        () -> sessions.withTransaction(session -> load.apply(session)
                                .chain(row -> row != null
                                                && visibility.covers(
                                                        row.toDomain().holder())
                                        ? work.apply(session, row)
                                        : Uni.createFrom().failure(new NotVisibleException()))),
                        NotVisibleException.class::isInstance)
                .onFailure(NotVisibleException.class)
                .transform(_ -> Problem.notFound("The conversation").asException());
    }

    /// What the events say about who is responsible, the latest for each conversation.
    private static Collection<Told> told(List<Received<ConversationEvent>> events) {
        var latest = new HashMap<UUID, Told>();
        for (var received : events) {
            switch (received.event()) {
                case ConversationEvent.Recorded recorded ->
                    latest.merge(
                            recorded.conversationId(),
                            Told.by(recorded),
                            BinaryOperator.maxBy(Comparator.comparingLong(Told::epoch)));
                case ConversationEvent.Unrecognised _ -> {
                    // A later version's event: another one will make the conversation known.
                }
            }
        }
        return latest.values();
    }

    private static UUID conversationOf(AssignmentEvent event) {
        return switch (event) {
            case ResponderChanged changed -> changed.conversationId();
            case AssignmentEvent.Unrecognised unknown ->
                throw new IllegalArgumentException("Never published: " + unknown);
        };
    }

    /// Who is responsible as an event of the conversation knew it, in the names of the table's columns.
    private record Told(UUID conversationId, long epoch, UUID operatorId, String operatorName, Instant since) {
        static Told by(ConversationEvent.Recorded recorded) {
            var state = recorded.conversation();
            var holder = state.assignee();
            return new Told(
                    recorded.conversationId(),
                    state.epoch(),
                    holder == null ? null : holder.id(),
                    holder == null ? null : holder.name(),
                    recorded.at());
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
