package org.centralino.outbound.dispatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.OutboundEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Rows;
import org.centralino.kit.outbox.Outbox;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.dispatch.domain.Answer;
import org.centralino.outbound.dispatch.domain.Dispatch;
import org.centralino.outbound.dispatch.domain.Dispatch.Accepted;
import org.centralino.outbound.dispatch.domain.Dispatch.Awaited;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Claimed;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;
import org.centralino.outbound.dispatch.domain.Dispatch.Refused;
import org.centralino.outbound.dispatch.domain.Dispatch.Settled;
import org.centralino.outbound.dispatch.domain.Dispatch.Unknown;
import org.centralino.outbound.dispatch.domain.Patience;
import org.centralino.outbound.dispatch.domain.Report;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;

/// The messages on their way, and what is told about them: each step in one transaction with the row
/// locked, so that any number of replicas may work.
///
/// Whether a claim has run out and whether a message is due is judged by the database's clock. The clock of
/// the platform, which jumps on the local stack, only stamps events.
@ApplicationScoped
class DispatchStore {

    /// Says in one word each what the steps did, for metrics and for whoever goes on from there.
    record Step(Dispatch before, Dispatch after) {
        boolean endsDoubt() {
            return before instanceof Unknown && !(after instanceof Unknown);
        }
    }

    /// What is waiting, for the metrics.
    ///
    /// @param inDoubt how many messages may have been sent or not
    /// @param longestInDoubt since when the oldest of them is
    /// @param needingHuman how many of them have been so for too long
    record Backlog(long waiting, long inDoubt, Duration longestInDoubt, long needingHuman) {}

    private static final int RECOVER_AT_ONCE = 500;

    private static final String RECORD = """
            insert into dispatch (message_id, conversation_id, sequence, phone_number_id, phone, bsuid, content,
                                  queued_at, state)
            select message_id, conversation_id, sequence, phone_number_id, phone, bsuid, content, queued_at, 'INTENT'
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as new (
              message_id uuid, conversation_id uuid, sequence bigint, phone_number_id text, phone text, bsuid text,
              content text, queued_at timestamptz)
            on conflict (message_id) do nothing
            returning message_id""";

    /// The oldest that is due of each conversation. An earlier message of the conversation that is still on
    /// its way, or is just being taken by another replica, keeps the later ones waiting.
    private static final String CLAIM = """
            with due as materialized (
              select message_id as id from dispatch this
              where state = 'INTENT' and due_at <= now() and not exists (
                select from dispatch earlier
                where earlier.conversation_id = this.conversation_id and earlier.sequence < this.sequence
                  and earlier.state in ('INTENT', 'CLAIMED', 'CALLING'))
              order by due_at, sequence
              limit :most
              for update skip locked)
            update dispatch set state = 'CLAIMED', owner = :owner, fence = fence + 1, claimed_at = clock_timestamp(),
              claimed_until = clock_timestamp() + :seconds * interval '1 second'
            from due where message_id = due.id
            returning\s""" + DispatchRow.COLUMNS;

    private static final String BEGIN_CALL = """
            update dispatch set state = 'CALLING', calls = calls + 1,
              claimed_until = clock_timestamp() + :seconds * interval '1 second'
            where message_id = :id and state = 'CLAIMED' and fence = :fence""";

    /// A replica does not give up on itself as long as it may still be waiting to write an answer down.
    private static final String RUN_OUT = """
            select %s from dispatch
            where state in ('CLAIMED', 'CALLING') and claimed_until < now()
              and (owner <> :owner or claimed_until < now() - interval '10 minutes')
            order by claimed_until limit %d for update skip locked""".formatted(DispatchRow.COLUMNS, RECOVER_AT_ONCE);

    private static final String STILL_AWAITED = """
            from DispatchRow where messageId in :ids and state in (INTENT, CLAIMED, CALLING, UNKNOWN)
            order by messageId""";

    private static final String TO_INTENT = """
            update dispatch set state = 'INTENT', due_at = clock_timestamp() + :seconds * interval '1 second',
              owner = null, claimed_until = null
            where message_id = :id""";
    private static final String SETTLE = """
            update dispatch set state = %s, settled_at = clock_timestamp(), owner = null, claimed_until = null,
              content = null, phone = null, bsuid = null
            where message_id = :id""";
    private static final String TO_ACCEPTED = SETTLE.formatted("'ACCEPTED', platform_id = :platformId");
    private static final String TO_REFUSED = SETTLE.formatted(
            "'REFUSED', error_code = :code, error_title = cast(:title as text), error_detail = cast(:detail as text)");
    private static final String TO_UNKNOWN = SETTLE.formatted("'UNKNOWN', doubt = :doubt");

    private static final String BACKLOG = """
            select (select count(*) from dispatch where state = 'INTENT'),
                   count(*),
                   cast(coalesce(extract(epoch from now() - min(settled_at)) * 1000, 0) as bigint),
                   count(*) filter (where settled_at < now() - :seconds * interval '1 second')
            from dispatch where state = 'UNKNOWN'""";

    private final SessionFactory database;
    private final OutboundConfig config;
    private final Clock clock;
    private final Patience patience;
    private final UUID owner = UUID.randomUUID();
    private final Outbox<OutboundEvent> outbox =
            new Outbox<>(Topics.OUTBOUND, WireFormat.OUTBOUND, DispatchStore::conversationOf);

    DispatchStore(SessionFactory database, OutboundConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.patience = new Patience(config.firstPause(), config.longestPause(), config.giveUpAfter());
    }

    /// Writes down what is to be sent, each message once, however often it is told.
    Uni<Void> record(List<ReplyQueued> replies) {
        var now = clock.instant();
        return inTransaction(session -> session.createNativeQuery(RECORD, UUID.class)
                .setParameter(
                        "rows", Rows.asJson(replies.stream().map(NewRow::of).toList()))
                .getResultList()
                .map(HashSet::new)
                .chain(fresh -> all(
                        replies.stream()
                                .filter(reply -> fresh.remove(reply.messageId()))
                                .map(reply -> Dispatch.of(reply, now, config.sendWithin()))
                                .toList(),
                        dispatch -> dispatch instanceof Settled settled ? save(session, settled) : nothing())));
    }

    /// Takes what is due for this replica.
    ///
    /// @param most how many at most
    /// @return at most one message of each conversation
    Uni<List<Claimed>> claim(int most) {
        return inTransaction(session -> session.createNativeQuery(CLAIM, DispatchRow.class)
                .setParameter("most", most)
                .setParameter("owner", owner)
                .setParameter("seconds", seconds(config.claimFor()))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(DispatchRow::toDispatch)
                        .map(Claimed.class::cast)
                        .toList()));
    }

    /// Writes down that the call begins. Only when this is committed may the connection be opened.
    ///
    /// @return empty when the claim is not this replica's any more: then it must not call
    Uni<Optional<Calling>> beginCall(Claimed claimed) {
        return inTransaction(session -> session.createNativeQuery(BEGIN_CALL)
                .setParameter("id", claimed.messageId())
                .setParameter("fence", claimed.claim().fence())
                .setParameter("seconds", seconds(config.claimFor()))
                .executeUpdate()
                .map(rows -> rows == 1 ? Optional.of(claimed.calling()) : Optional.empty()));
    }

    /// Writes down how the call ended.
    Uni<Step> answered(Calling calling, Answer answer) {
        return inTransaction(session -> session.find(
                        DispatchRow.class, calling.messageId(), LockModeType.PESSIMISTIC_WRITE)
                .map(row -> new Step(row.toDispatch(), after(row, calling, answer)))
                .call(step -> saveIfChanged(session, step)));
    }

    /// What the answer means to the row as it stands now: a status may have come first, or the claim ran
    /// out.
    private Dispatch after(DispatchRow row, Calling ours, Answer answer) {
        return switch (row.toDispatch()) {
            case Calling calling when row.fence == ours.claim().fence() -> calling.decide(answer, patience);
            // The commit of the call failed, so there was none.
            case Claimed claimed when row.fence == ours.claim().fence() -> claimed.givenBack();
            case Unknown unknown -> unknown.decideLate(answer);
            case Dispatch other -> other;
        };
    }

    /// Statuses of our messages: each proves that the platform has it.
    ///
    /// @param reports by our message id
    /// @return what they changed
    Uni<List<Step>> reported(Map<UUID, Report> reports) {
        return inTransaction(session -> session.createSelectionQuery(STILL_AWAITED, DispatchRow.class)
                .setParameter("ids", reports.keySet())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> (Awaited) row.toDispatch())
                        .map(before -> new Step(before, before.reported(reports.get(before.messageId()))))
                        .filter(step -> !step.before().equals(step.after()))
                        .toList())
                .call(steps -> all(steps, step -> saveIfChanged(session, step))));
    }

    /// Takes over from replicas that died: what they had not called yet is due again, what they were
    /// calling is in doubt.
    Uni<List<Step>> recover() {
        return inTransaction(session -> session.createNativeQuery(RUN_OUT, DispatchRow.class)
                .setParameter("owner", owner)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(DispatchRow::toDispatch)
                        .map(before -> new Step(before, recovered(before)))
                        .toList())
                .call(steps -> all(steps, step -> saveIfChanged(session, step))));
    }

    private static Dispatch recovered(Dispatch dispatch) {
        return switch (dispatch) {
            case Claimed claimed -> claimed.givenBack();
            case Calling calling -> calling.abandoned();
            case Dispatch other -> other;
        };
    }

    Uni<Backlog> backlog() {
        return inTransaction(session -> session.createNativeQuery(BACKLOG, Object[].class)
                .setParameter("seconds", seconds(config.doubtNeedsHumanAfter()))
                .getSingleResult()
                .map(row -> new Backlog(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).longValue(),
                        Duration.ofMillis(((Number) row[2]).longValue()),
                        ((Number) row[3]).longValue())));
    }

    private Uni<Void> saveIfChanged(Session session, Step step) {
        return step.before().equals(step.after()) ? nothing() : save(session, step.after());
    }

    private Uni<Void> save(Session session, Dispatch dispatch) {
        var row = switch (dispatch) {
            case Intent intent -> session.createNativeQuery(TO_INTENT).setParameter("seconds", seconds(intent.pause()));
            case Accepted accepted ->
                session.createNativeQuery(TO_ACCEPTED).setParameter("platformId", accepted.platformId());
            case Refused refused ->
                session.createNativeQuery(TO_REFUSED)
                        .setParameter("code", refused.error().code())
                        .setParameter("title", refused.error().title())
                        .setParameter("detail", refused.error().detail());
            case Unknown unknown -> session.createNativeQuery(TO_UNKNOWN).setParameter("doubt", unknown.reason());
            case Claimed _, Calling _ ->
                throw new IllegalStateException("Claims and calls have statements of their own");
        };
        return row.setParameter("id", dispatch.messageId())
                .executeUpdate()
                .chain(() -> dispatch instanceof Settled settled
                        ? outbox.append(session, List.of(settled.asEvent(clock.instant())))
                        : nothing());
    }

    private <T> Uni<T> inTransaction(Function<Session, Uni<T>> work) {
        return database.withTransaction((session, _) -> work.apply(session));
    }

    /// One after the other: a session does one thing at a time.
    private static <T> Uni<Void> all(List<T> items, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> work.apply(item))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static UUID conversationOf(OutboundEvent event) {
        return switch (event) {
            case OutboundEvent.Answered answered -> answered.conversationId();
            case OutboundEvent.Unrecognised _ -> throw new IllegalArgumentException("Never published");
        };
    }

    /// The columns of a message, as the table names them.
    private record NewRow(
            UUID messageId,
            UUID conversationId,
            long sequence,
            String phoneNumberId,
            String phone,
            String bsuid,
            String content,
            Instant queuedAt) {
        static NewRow of(ReplyQueued reply) {
            var recipient = Optional.ofNullable(reply.recipient());
            return new NewRow(
                    reply.messageId(),
                    reply.conversationId(),
                    reply.sequence(),
                    reply.conversation().phoneNumberId(),
                    recipient.map(to -> to.phone()).orElse(null),
                    recipient.map(to -> to.bsuid()).orElse(null),
                    DispatchRow.write(reply.content()),
                    reply.at());
        }
    }
}
