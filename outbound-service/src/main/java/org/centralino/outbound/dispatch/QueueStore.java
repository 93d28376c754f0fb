package org.centralino.outbound.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Claimed;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;

/// What is to be sent, until its call begins. Each step is one statement, so that any number of replicas may
/// work: a claim is a row lock for a moment, and a fence after that.
///
/// Whether a message is due and how long a claim holds is judged by the database's clock.
@Singleton
class QueueStore {

    /// What was new of what was to be recorded.
    ///
    /// @param begun messages that are recorded as being called: whoever gets this must call
    /// @param waiting conversations in which something waits for its turn
    record Recorded(Set<UUID> begun, Set<UUID> waiting) {}

    /// What is waiting, for the metrics.
    ///
    /// @param inDoubt how many messages may have been sent or not, and nobody has decided about them
    /// @param longestInDoubt since when the oldest of them is
    /// @param needingHuman how many of them have been so for too long
    record Backlog(long waiting, long inDoubt, Duration longestInDoubt, long needingHuman) {}

    /// An earlier message of the conversation that is still on its way keeps the later ones waiting.
    private static final String NOTHING_EARLIER_IS_OPEN = """
            not exists (
              select from dispatch earlier
              where earlier.conversation_id = this.conversation_id and earlier.sequence < this.sequence
                and earlier.state in ('INTENT', 'CLAIMED', 'CALLING'))""";

    private static final String RECORD = """
            insert into dispatch (message_id, conversation_id, sequence, phone_number_id, team_id, assignee_id, phone, bsuid,
              group_id, content, attachment_id, answers, queued_at, state, calls, fence, owner, claimed_at, claimed_until)
            select message_id, conversation_id, sequence, phone_number_id, team_id, assignee_id, phone, bsuid,
              group_id, content, attachment_id, answers, queued_at,
              case when calling then 'CALLING' else 'INTENT' end,
              case when calling then 1 else 0 end,
              case when calling then cast($2 as bigint) else 0 end,
              case when calling then cast($3 as uuid) end,
              case when calling then clock_timestamp() end,
              case when calling then clock_timestamp() + cast($4 as bigint) * interval '1 millisecond' end
            from (
              select this.*, this.begins and %s as calling
              from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as this (
                message_id uuid, conversation_id uuid, sequence bigint, phone_number_id text, team_id uuid,
                assignee_id uuid, phone text, bsuid text, group_id text, content text, attachment_id text,
                answers text, queued_at timestamptz, begins boolean)) as new
            on conflict (message_id) do nothing
            returning message_id, conversation_id, state""".formatted(NOTHING_EARLIER_IS_OPEN);

    /// Its file, if it has one, is with the platform, or will never be.
    private static final String FILE_IS_SETTLED = """
            (this.attachment_id is null or not exists (
              select from media_upload file
              where file.phone_number_id = this.phone_number_id and file.attachment_id = this.attachment_id
                and file.settled_at is null))""";

    /// The oldest that is due of each conversation, and nothing that another replica is just taking.
    private static final String CLAIM = """
            with due as materialized (
              select message_id as id from dispatch this
              where state = 'INTENT' and due_at <= now() and %s and %s
              order by due_at, sequence
              limit $1
              for update skip locked)
            update dispatch set state = 'CLAIMED', owner = $2, fence = fence + 1, claimed_at = clock_timestamp(),
              claimed_until = clock_timestamp() + cast($3 as bigint) * interval '1 millisecond'
            from due where message_id = due.id
            returning %s""".formatted(NOTHING_EARLIER_IS_OPEN, FILE_IS_SETTLED, DispatchRow.COLUMNS);

    private static final String BEGIN_CALL = """
            update dispatch set state = 'CALLING', calls = calls + 1,
              claimed_until = clock_timestamp() + cast($3 as bigint) * interval '1 millisecond'
            where message_id = $1 and state = 'CLAIMED' and fence = $2""";

    private static final String BACKLOG = """
            select (select count(*) from dispatch where state = 'INTENT'),
                   count(*),
                   cast(coalesce(extract(epoch from now() - min(settled_at)) * 1000, 0) as bigint),
                   count(*) filter (where settled_at < now() - cast($1 as bigint) * interval '1 millisecond')
            from dispatch where state = 'UNKNOWN' and decision is null""";

    private final Database database;
    private final OutboundConfig config;
    private final Replica replica;

    QueueStore(Database database, OutboundConfig config, Replica replica) {
        this.database = database;
        this.config = config;
        this.replica = replica;
    }

    /// Writes down what is to be sent, each message once, however often it is told; and, in the same statement,
    /// that the calls begin that may.
    ///
    /// @param mayBegin those of the intents that begin if nothing earlier is open, at most one of each
    ///     conversation. When this fails it is not known whether they stand as begun
    /// @param fence where the fence of those begins
    Uni<Recorded> record(List<Intent> intents, List<Calling> mayBegin, long fence) {
        var begins = mayBegin.stream().map(Calling::messageId).collect(Collectors.toSet());
        var rows = intents.stream()
                .map(intent -> DispatchRow.of(intent.message(), begins.contains(intent.messageId())))
                .toList();
        return database.ask(
                        RECORD,
                        Rows.asJson(rows),
                        fence,
                        replica.id,
                        config.claimFor().toMillis())
                .map(QueueStore::recorded);
    }

    private static Recorded recorded(RowSet<Row> rows) {
        var begun = new HashSet<UUID>();
        var waiting = new HashSet<UUID>();
        for (var row : rows) {
            if (DispatchRow.stateOf(row) == DispatchRow.State.CALLING) {
                begun.add(row.getUUID("message_id"));
            } else {
                waiting.add(row.getUUID("conversation_id"));
            }
        }
        return new Recorded(begun, waiting);
    }

    /// Takes what is due for this replica.
    ///
    /// @param most how many at most
    /// @return at most one message of each conversation
    Uni<List<Claimed>> claim(int most) {
        return database.ask(CLAIM, (long) most, replica.id, config.claimFor().toMillis())
                .map(rows -> rows.stream()
                        .map(DispatchRow::toDispatch)
                        .map(Claimed.class::cast)
                        .toList());
    }

    /// Writes down that the call begins. Only when this is committed may the connection be opened.
    ///
    /// @return empty when the claim is not this replica's any more: then it must not call
    Uni<Optional<Calling>> beginCall(Claimed claimed) {
        return database.ask(
                        BEGIN_CALL,
                        claimed.messageId(),
                        claimed.claim().fence(),
                        config.claimFor().toMillis())
                .map(rows -> rows.rowCount() == 1 ? Optional.of(claimed.calling()) : Optional.empty());
    }

    Uni<Backlog> backlog() {
        return database.ask(BACKLOG, config.doubtNeedsHumanAfter().toMillis()).map(rows -> {
            var row = rows.iterator().next();
            return new Backlog(row.getLong(0), row.getLong(1), Duration.ofMillis(row.getLong(2)), row.getLong(3));
        });
    }
}
