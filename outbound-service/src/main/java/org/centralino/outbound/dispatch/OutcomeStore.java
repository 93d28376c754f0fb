package org.centralino.outbound.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.centralino.events.ConversationEvent.DoubtSettled;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.OutboundEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.Replica;
import org.centralino.outbound.dispatch.DispatchRow.State;
import org.centralino.outbound.dispatch.domain.Answer;
import org.centralino.outbound.dispatch.domain.Claim;
import org.centralino.outbound.dispatch.domain.Dispatch;
import org.centralino.outbound.dispatch.domain.Dispatch.Accepted;
import org.centralino.outbound.dispatch.domain.Dispatch.Arrived;
import org.centralino.outbound.dispatch.domain.Dispatch.Awaited;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Claimed;
import org.centralino.outbound.dispatch.domain.Dispatch.Doubtful;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;
import org.centralino.outbound.dispatch.domain.Dispatch.Open;
import org.centralino.outbound.dispatch.domain.Dispatch.Refused;
import org.centralino.outbound.dispatch.domain.Dispatch.Repeated;
import org.centralino.outbound.dispatch.domain.Dispatch.Settled;
import org.centralino.outbound.dispatch.domain.Dispatch.Unknown;
import org.centralino.outbound.dispatch.domain.Patience;
import org.centralino.outbound.dispatch.domain.Report;

/// What became of messages: by the answer to their call, by a status, by a person, or because nobody is left who
/// could tell. The row and what is told of it change together.
///
/// The answer to a call is nearly always the first that is heard of it, so it is written by one statement that
/// expects the row as the call left it. Everything else looks at the row first, under its lock.
@Singleton
class OutcomeStore {

    /// What happened to a message.
    ///
    /// @param othersMayGoOn whether another of its conversation may have waited for this
    record Step(Dispatch before, Dispatch after, boolean othersMayGoOn) {
        boolean endsDoubt() {
            return before instanceof Unknown && !(after instanceof Unknown);
        }
    }

    private static final int RECOVER_AT_ONCE = 500;

    private static final String REFUSE = """
            insert into dispatch (message_id, conversation_id, sequence, phone_number_id, team_id, assignee_id, queued_at,
              state, settled_at, error_code, error_title, error_detail)
            values ($1, $2, $3, $4, $5, $6, $7, 'REFUSED', clock_timestamp(), $8, $9, $10)
            on conflict (message_id) do nothing
            returning message_id""";

    private static final String SETTLED_BEFORE = """
            insert into dispatch (message_id, conversation_id, sequence, phone_number_id, team_id, assignee_id, queued_at,
              state, settled_at, platform_id, error_code, error_title, error_detail, doubt)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $7, $9, $10, $11, $12, $13)
            on conflict (message_id) do nothing
            returning message_id""";

    private static final String KNOWN = "select message_id from dispatch where message_id = any ($1)";

    private static final String OPEN = """
            select %s from dispatch where state = any ($1) order by message_id limit %d for update""".formatted(DispatchRow.COLUMNS, RECOVER_AT_ONCE);

    private static final String LOCK = """
            select %s from dispatch where message_id = any($1) order by message_id for update""".formatted(DispatchRow.COLUMNS);

    private static final String STILL_AWAITED = """
            select message_id from dispatch
            where message_id = any($1) and (state in ('INTENT', 'CLAIMED', 'CALLING', 'UNKNOWN') or state = 'ACCEPTED' and platform_id is null)""";

    /// A replica does not give up on its own calls as long as it may still be waiting to write an answer down.
    private static final String RUN_OUT = """
            select %s from dispatch
            where state in ('CLAIMED', 'CALLING') and claimed_until < now()
              and (owner <> $1 or state = 'CLAIMED' or claimed_until < now() - interval '10 minutes')
            order by claimed_until limit %d for update skip locked""".formatted(DispatchRow.COLUMNS, RECOVER_AT_ONCE);

    /// Only the row that the outcome was decided upon: whoever claims it or writes an outcome changes one of these.
    private static final String AS_IT_WAS = "message_id = $1 and state = $2 and fence = $3";

    /// What waits again without a pause was not tried, or it was no fault of its own.
    private static final String WAIT_AGAIN = """
            update dispatch set state = 'INTENT', due_at = clock_timestamp() + cast($4 as bigint) * interval '1 millisecond',
              calls = calls - case when $4 = 0 and state = 'CALLING' then 1 else 0 end,
              tried_since = case when $4 > 0 then tried_since end,
              owner = null, claimed_until = null
            where %s
            returning false as others_wait""".formatted(AS_IT_WAS);

    private static final String SETTLE = """
            update dispatch set state = $4, platform_id = $5, error_code = $6, error_title = $7, error_detail = $8,
              doubt = coalesce($9, doubt), decision = coalesce($10, decision), settled_at = clock_timestamp(),
              owner = null, claimed_until = null, content = null, phone = null, bsuid = null,
              group_id = null, answers = null
            where %s
            returning exists (
              select from dispatch other
              where other.conversation_id = dispatch.conversation_id and other.state = 'INTENT') as others_wait""".formatted(AS_IT_WAS);

    private final Database database;
    private final Clock clock;
    private final Replica replica;
    private final Patience patience;
    private final Outbox<OutboundEvent.Answered> outbox = new Outbox<>(Topics.OUTBOUND, WireFormat.OUTBOUND);

    OutcomeStore(Database database, OutboundConfig config, Clock clock, Replica replica) {
        this.database = database;
        this.clock = clock;
        this.replica = replica;
        this.patience = new Patience(config.firstPause(), config.longestPause(), config.giveUpAfter());
    }

    /// Writes down replies that are not to be sent, each once, however often it is told.
    Uni<Void> refused(Map<ReplyQueued, Refused> replies) {
        var now = clock.instant();
        return database.write(replies.entrySet().stream()
                .map(refusal -> refusal(refusal.getKey(), refusal.getValue(), now))
                .toList());
    }

    private Statement refusal(ReplyQueued reply, Refused refused, Instant now) {
        var access = refused.trace().access();
        var row = Statement.of(
                REFUSE,
                reply.messageId(),
                reply.conversationId(),
                reply.sequence(),
                reply.conversation().phoneNumberId(),
                access.teamId(),
                access.assigneeId(),
                reply.at().atOffset(ZoneOffset.UTC),
                refused.error().code(),
                refused.error().title(),
                refused.error().detail());
        return outbox.appendWith(row, List.of(refused.asEvent(now)));
    }

    /// Writes down that a message that was claimed is not to be sent.
    ///
    /// @return empty when the claim is not this replica's any more
    Uni<Optional<Step>> refused(Claimed claimed, Refused refused) {
        return expecting(claimed, claimed.claim(), State.CLAIMED, refused);
    }

    /// Writes down how a call ended.
    ///
    /// @return empty when there is no such message: that its call begins was never written down
    Uni<Optional<Step>> answered(Calling calling, Answer answer) {
        return expecting(calling, calling.claim(), State.CALLING, calling.decide(answer, patience))
                .chain(step -> step.isPresent()
                        ? Uni.createFrom().item(step)
                        : change(LOCK, ids(List.of(calling.messageId())), row -> late(row, calling, answer))
                                .map(steps -> steps.stream().findFirst()));
    }

    /// What the answer means to the row as it stands now: a status may have come first, or the claim ran
    /// out.
    private Dispatch late(Row row, Calling ours, Answer answer) {
        var isOurClaim = DispatchRow.fenceOf(row) == ours.claim().fence();
        var now = DispatchRow.toDispatch(row);
        return switch (now) {
            case Calling calling when isOurClaim -> calling.decide(answer, patience);
            // The commit of the call failed, so there was none.
            case Claimed claimed when isOurClaim -> claimed.givenBack();
            // That an earlier claim sent nothing says nothing about the call that left the doubt.
            case Doubtful doubtful when isOurClaim || answer instanceof Answer.Taken -> doubtful.decideLate(answer);
            case Open _, Doubtful _, Accepted _, Refused _ -> now;
        };
    }

    /// Statuses of our messages: each proves that the platform has it. Most are of messages that need no proof;
    /// for those, one look without a lock is all.
    ///
    /// @param reports by our message id
    /// @return what they changed
    Uni<List<Step>> reported(Map<UUID, Report> reports) {
        return database.ask(STILL_AWAITED, (Object) ids(reports.keySet()))
                .map(rows -> rows.stream().map(row -> row.getUUID("message_id")).toList())
                .chain(awaited -> awaited.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : change(LOCK, ids(awaited), row -> reported(DispatchRow.toDispatch(row), reports)));
    }

    private static Dispatch reported(Dispatch dispatch, Map<UUID, Report> reports) {
        var report = reports.get(dispatch.messageId());
        return dispatch instanceof Awaited awaited && report != null ? awaited.reported(report) : dispatch;
    }

    /// What people decided about messages in doubt. It changes nothing when something is known by now.
    ///
    /// @return what they changed
    Uni<List<Step>> decided(List<DoubtSettled> decisions) {
        if (decisions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var outcomes = decisions.stream()
                .collect(Collectors.toMap(DoubtSettled::messageId, DoubtSettled::outcome, (first, _) -> first));
        return change(LOCK, ids(outcomes.keySet()), row -> decided(DispatchRow.toDispatch(row), outcomes));
    }

    private static Dispatch decided(Dispatch dispatch, Map<UUID, DoubtSettled.Outcome> outcomes) {
        var outcome = outcomes.get(dispatch.messageId());
        return dispatch instanceof Unknown unknown && outcome != null ? unknown.decided(outcome) : dispatch;
    }

    /// Takes over from replicas that died: what they had not called yet is due again, what they were
    /// calling is in doubt.
    Uni<List<Step>> recovered() {
        return change(RUN_OUT, replica.id(), row -> recovered(DispatchRow.toDispatch(row)));
    }

    private static Dispatch recovered(Dispatch runOut) {
        return switch (runOut) {
            case Claimed claimed -> claimed.givenBack();
            case Calling calling -> calling.abandoned();
            case Intent _, Doubtful _, Accepted _, Refused _ -> runOut;
        };
    }

    /// Answers that were told before a restore: settled as they were, and not told again.
    ///
    /// @return how many of them were new
    Uni<Integer> retold(List<OutboundEvent.Answered> answers) {
        var ids = answers.stream().map(OutboundEvent.Answered::messageId).toList();
        return database.transaction(
                transaction -> transaction.ask(LOCK, (Object) ids(ids)).map(rows -> retold(answers, rows)));
    }

    private static Written<Integer> retold(List<OutboundEvent.Answered> answers, RowSet<Row> rows) {
        var known = new HashMap<UUID, Dispatch>();
        var states = new HashMap<UUID, State>();
        var fences = new HashMap<UUID, Long>();
        for (var row : rows) {
            var dispatch = DispatchRow.toDispatch(row);
            known.put(dispatch.messageId(), dispatch);
            states.put(dispatch.messageId(), DispatchRow.stateOf(row));
            fences.put(dispatch.messageId(), DispatchRow.fenceOf(row));
        }
        var statements = new ArrayList<Statement>();
        for (var answer : answers) {
            var id = answer.messageId();
            var before = known.get(id);
            var after = before == null ? Dispatch.of(answer) : before.retold(answer);
            if (before == null) {
                // Its place in the conversation mattered as long as it was open.
                statements.add(settledBefore(after, 0, answer.at()));
            } else if (!after.equals(before)) {
                statements.add(settle(states.getOrDefault(id, State.UNKNOWN), fences.getOrDefault(id, 0L), after));
            }
            known.put(id, after);
            states.put(id, DispatchRow.Outcome.of(after).state());
        }
        return new Written<>(statements.size(), statements);
    }

    /// Replies that were told before a restore. Those of which nothing is known by now may have been sent: they are
    /// in doubt.
    ///
    /// @return how many of them are
    Uni<Integer> forgotten(List<ReplyQueued> replies) {
        return replies.isEmpty()
                ? Uni.createFrom().item(0)
                : database.transaction(transaction -> transaction
                        .ask(KNOWN, (Object)
                                ids(replies.stream().map(ReplyQueued::messageId).toList()))
                        .map(rows -> {
                            var now = clock.instant();
                            var known = rows.stream()
                                    .map(row -> row.getUUID("message_id"))
                                    .collect(Collectors.toSet());
                            var statements = replies.stream()
                                    .filter(reply -> known.add(reply.messageId()))
                                    .map(reply -> {
                                        var unknown = Dispatch.forgotten(reply);
                                        return outbox.appendWith(
                                                settledBefore(unknown, reply.sequence(), reply.at()),
                                                List.of(unknown.asEvent(now)));
                                    })
                                    .toList();
                            return new Written<>(statements.size(), statements);
                        }));
    }

    /// What stands as being on its way in a restored table may have been sent: it is in doubt.
    ///
    /// @return how many messages that were
    Uni<Integer> forgottenOpen() {
        var open = new String[] {State.INTENT.name(), State.CLAIMED.name(), State.CALLING.name()};
        return change(
                        OPEN,
                        open,
                        row -> DispatchRow.toDispatch(row) instanceof Open it
                                ? it.forgotten()
                                : DispatchRow.toDispatch(row))
                .chain(steps -> steps.isEmpty()
                        ? Uni.createFrom().item(0)
                        : forgottenOpen().map(more -> more + steps.size()));
    }

    private static Statement settledBefore(Dispatch settled, long sequence, Instant at) {
        var access = settled.trace().access();
        var outcome = DispatchRow.Outcome.of(settled);
        return Statement.of(
                SETTLED_BEFORE,
                settled.messageId(),
                settled.conversationId(),
                sequence,
                Objects.requireNonNullElse(access.phoneNumberId(), ""),
                access.teamId(),
                access.assigneeId(),
                at.atOffset(ZoneOffset.UTC),
                outcome.state().name(),
                outcome.platformId(),
                outcome.errorCode(),
                outcome.errorTitle(),
                outcome.errorDetail(),
                outcome.doubt());
    }

    /// One statement, when the row is as it was left.
    private Uni<Optional<Step>> expecting(Dispatch before, Claim claim, State state, Dispatch after) {
        return database.ask(written(state, claim.fence(), after))
                .map(rows ->
                        rows.stream().findFirst().map(row -> new Step(before, after, row.getBoolean("others_wait"))));
    }

    /// Locks rows, decides about each, and writes down what changes.
    ///
    /// @param rows with one parameter
    private Uni<List<Step>> change(String rows, Object parameter, Function<Row, Dispatch> decision) {
        return database.transaction(transaction -> transaction
                .ask(rows, parameter)
                .map(found -> {
                    var steps = new ArrayList<Step>();
                    var statements = new ArrayList<Statement>();
                    for (var row : found) {
                        var before = DispatchRow.toDispatch(row);
                        var after = decision.apply(row);
                        if (!before.equals(after)) {
                            statements.add(written(DispatchRow.stateOf(row), DispatchRow.fenceOf(row), after));
                        }
                        steps.add(new Step(before, after, before instanceof Open && !(after instanceof Open)));
                    }
                    return new Written<>(List.copyOf(steps), statements);
                }));
    }

    /// @param state as the row has it, as well as the fence
    private Statement written(State state, long fence, Dispatch after) {
        return switch (after) {
            case Intent intent ->
                Statement.of(
                        WAIT_AGAIN,
                        intent.messageId(),
                        state.name(),
                        fence,
                        intent.pause().toMillis());
            case Settled settled ->
                outbox.appendWith(settle(state, fence, settled), List.of(settled.asEvent(clock.instant())));
            case Arrived _, Repeated _ -> settle(state, fence, after);
            case Claimed _, Calling _ ->
                throw new IllegalStateException("Claims and calls have statements of their own");
        };
    }

    private static Statement settle(State state, long fence, Dispatch after) {
        var outcome = DispatchRow.Outcome.of(after);
        return Statement.of(
                SETTLE,
                after.messageId(),
                state.name(),
                fence,
                outcome.state().name(),
                outcome.platformId(),
                outcome.errorCode(),
                outcome.errorTitle(),
                outcome.errorDetail(),
                outcome.doubt(),
                outcome.decision());
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
