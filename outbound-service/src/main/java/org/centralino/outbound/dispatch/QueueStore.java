package org.centralino.outbound.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.centralino.events.Precedence;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.Replica;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Claimed;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;

/// What is to be sent, until its call begins. Only who owns a number's lane begins calls by it: the
/// statement that begins one looks whether the fence of the lane is still the owner's.
///
/// Whether a message is due and how long a claim holds is judged by the database's clock.
@Singleton
class QueueStore {

    /// What was new of what was to be recorded.
    ///
    /// @param begun messages that are recorded as being called: whoever gets this must call
    /// @param waiting conversations in which something waits for its turn, and by which number it goes
    record Recorded(Set<UUID> begun, Map<UUID, String> waiting) {}

    /// What was taken, by what becomes of it.
    ///
    /// @param begun messages that stand as being called: whoever gets this must call
    /// @param tooOld messages that are not to be sent any more, and whether they waited for an
    ///     access token
    /// @param unwanted advertising for customers who must not be sent any
    record Taken(List<Calling> begun, Map<Claimed, Boolean> tooOld, List<Claimed> unwanted) {
        static final Taken NOTHING = new Taken(List.of(), Map.of(), List.of());

        int size() {
            return begun.size() + tooOld.size() + unwanted.size();
        }
    }

    /// What is waiting, for the metrics.
    ///
    /// @param waiting by precedence
    /// @param held how many of them wait so long that their author was told
    /// @param inDoubt how many messages may have been sent or not, and nobody has decided about them
    /// @param longestInDoubt since when the oldest of them is
    /// @param needingHuman how many of them have been so for too long
    record Backlog(
            Map<Precedence, Long> waiting, long held, long inDoubt, Duration longestInDoubt, long needingHuman) {}

    /// An earlier message of the conversation that is still on its way keeps the later ones waiting.
    /// The offset has it asked of each message by the index. As a join, planned by statistics of a time
    /// when nothing waited, it went through all that waits for each.
    private static final String NOTHING_EARLIER_IS_OPEN = """
            not exists (
              select from dispatch earlier
              where earlier.conversation_id = this.conversation_id and earlier.sequence < this.sequence
                and earlier.state in ('INTENT', 'CLAIMED', 'CALLING') offset 0)""";

    /// Only the lane's owner begins a call, and none by a number that is stopped.
    private static final String RECORD = """
            insert into dispatch (message_id, conversation_id, sequence, phone_number_id, team_id, assignee_id, phone, bsuid,
              group_id, content, attachment_id, attachment_ids, answers, priority, queued_at, state, calls, fence, owner,
              claimed_at, claimed_until, tried_since, template_name, template_language, advertises, no_advertising)
            select message_id, conversation_id, sequence, phone_number_id, team_id, assignee_id, phone, bsuid,
              group_id, content, attachment_id, attachment_ids, answers, priority, queued_at,
              case when calling then 'CALLING' else 'INTENT' end,
              case when calling then 1 else 0 end,
              case when calling then cast($2 as bigint) else 0 end,
              case when calling then cast($3 as uuid) end,
              case when calling then clock_timestamp() end,
              case when calling then clock_timestamp() + cast($4 as bigint) * interval '1 millisecond' end,
              case when calling then clock_timestamp() end,
              template_name, template_language, advertises, no_advertising
            from (
              select this.*, this.lane_fence is not null and exists (
                  select from sending_lane lane
                  where lane.phone_number_id = this.phone_number_id and lane.fence = this.lane_fence
                    and lane.leased_until > clock_timestamp() and lane.stopped_since is null)
                and %s as calling
              from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as this (
                message_id uuid, conversation_id uuid, sequence bigint, phone_number_id text, team_id uuid,
                assignee_id uuid, phone text, bsuid text, group_id text, content text, attachment_id text,
                attachment_ids text[], answers text, priority smallint, queued_at timestamptz, lane_fence bigint,
                template_name text, template_language text, advertises boolean, no_advertising boolean)) as new
            on conflict (message_id) do nothing
            returning message_id, conversation_id, phone_number_id, state""".formatted(NOTHING_EARLIER_IS_OPEN);

    /// Its files, if it has any, are with the platform, or will never be.
    static final String FILES_ARE_SETTLED = """
            (this.attachment_id is null or not exists (
              select from media_upload file
              where file.phone_number_id = this.phone_number_id and file.attachment_id = this.attachment_id
                and file.settled_at is null))
            and (this.attachment_ids is null or not exists (
              select from media_upload file
              where file.phone_number_id = this.phone_number_id and file.attachment_id = any (this.attachment_ids)
                and file.settled_at is null))""";

    /// That it is due, and may go at all. The customers of the fifth parameter have to wait.
    private static final String MAY_GO = """
            exists (select from lane) and state = 'INTENT' and phone_number_id = $1 and due_at <= clock_timestamp()
              and conversation_id <> all ($5) and %s and %s""".formatted(NOTHING_EARLIER_IS_OPEN, FILES_ARE_SETTLED);

    /// That it is advertising, by what its template was or is now, and its customer must not be sent
    /// any. Two accounts may have a template of the same name; its number's counts, where that is known.
    private static final String UNWANTED = """
            (no_advertising and (advertises or exists (
              select from template t
              where t.name = template_name and t.language = template_language and t.category = 'marketing'
                and not t.gone and t.account_id = coalesce((
                  select its.account_id from channel its where its.phone_number_id = dispatch.phone_number_id), t.account_id))))""";

    /// The oldest that is due of each conversation, replies first, and their calls begin. What is too
    /// old, or not wanted, is only claimed.
    private static final String BEGIN = """
            with lane as materialized (
              select from sending_lane
              where phone_number_id = $1 and fence = $2 and leased_until > clock_timestamp()),
            replies as materialized (
              select message_id as id from dispatch this
              where priority = 0 and %1$s
              order by due_at, sequence limit $3 for update skip locked),
            others as materialized (
              select message_id as id from dispatch this
              where priority > 0 and %1$s
              order by priority, due_at, sequence
              limit greatest(0, least($4, $3 - (select count(*) from replies))) for update skip locked)
            update dispatch set
              state = case when queued_at < $6 or %3$s then 'CLAIMED' else 'CALLING' end,
              calls = calls + case when queued_at < $6 or %3$s then 0 else 1 end,
              owner = $7, fence = fence + 1, claimed_at = clock_timestamp(),
              claimed_until = clock_timestamp() + cast($8 as bigint) * interval '1 millisecond',
              tried_since = coalesce(tried_since, clock_timestamp())
            from (select id from replies union all select id from others) as due where message_id = due.id
            returning %2$s""".formatted(MAY_GO, DispatchRow.COLUMNS, UNWANTED);

    /// What is under way already is only sent again if it still may be.
    private static final String WITHDRAW = """
            update dispatch set no_advertising = true
            where conversation_id = any ($1) and state in ('INTENT', 'CLAIMED', 'CALLING') and template_name is not null""";

    /// What stands as being called by this replica, and it knows nothing of, was never called: nobody
    /// heard the answer to the statement that began it.
    private static final String UNHEARD = """
            update dispatch set state = 'INTENT', calls = calls - 1, owner = null, claimed_until = null
            where state = 'CALLING' and owner = $1 and phone_number_id = $2 and message_id <> all ($3)""";

    private static final String BACKLOG = """
            select (select count(*) from dispatch where state = 'INTENT' and priority = 0),
                   (select count(*) from dispatch where state = 'INTENT' and priority = 1),
                   (select count(*) from dispatch where state = 'INTENT' and priority = 2),
                   (select count(*) from dispatch where state = 'INTENT' and held_reason is not null),
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
    ///     conversation, and the fence of the lane by which they do. When this fails it is not known
    ///     whether they stand as begun
    /// @param fence where the fence of those begins
    /// @param noAdvertising those of the intents whose customers must not be sent advertising
    Uni<Recorded> record(List<Intent> intents, Map<UUID, Long> mayBegin, long fence, Set<UUID> noAdvertising) {
        var rows = intents.stream()
                .map(intent -> DispatchRow.of(
                        intent.message(), mayBegin.get(intent.messageId()), noAdvertising.contains(intent.messageId())))
                .toList();
        return database.ask(
                        RECORD,
                        Rows.asJson(rows),
                        fence,
                        replica.id(),
                        config.claimFor().toMillis())
                .map(QueueStore::recorded);
    }

    private static Recorded recorded(RowSet<Row> rows) {
        var begun = new HashSet<UUID>();
        var waiting = new HashMap<UUID, String>();
        for (var row : rows) {
            if (DispatchRow.stateOf(row) == DispatchRow.State.CALLING) {
                begun.add(row.getUUID("message_id"));
            } else {
                waiting.put(row.getUUID("conversation_id"), row.getString("phone_number_id"));
            }
        }
        return new Recorded(begun, waiting);
    }

    /// Takes what is due of a lane, and writes down that its calls begin. Only when this is committed
    /// may connections be opened.
    ///
    /// @param fence of the lane
    /// @param most how many at most
    /// @param mostOthers how many of them may be no replies
    /// @param waiting conversations of customers that have to wait
    /// @param before what was queued before this is too old to be sent
    /// @return at most one message of each conversation; nothing when the lane is not this replica's
    ///     any more
    Uni<Taken> begin(String phoneNumberId, long fence, int most, int mostOthers, UUID[] waiting, Instant before) {
        return database.ask(
                        BEGIN,
                        phoneNumberId,
                        fence,
                        (long) most,
                        (long) mostOthers,
                        waiting,
                        before.atOffset(ZoneOffset.UTC),
                        replica.id(),
                        config.claimFor().toMillis())
                .map(rows -> taken(rows, before));
    }

    private static Taken taken(RowSet<Row> rows, Instant before) {
        var unwanted = new ArrayList<Claimed>();
        var begun = new ArrayList<Calling>();
        var tooOld = new LinkedHashMap<Claimed, Boolean>();
        for (var row : rows) {
            if (DispatchRow.toDispatch(row) instanceof Claimed claimed) {
                if (claimed.message().queuedAt().isBefore(before)) {
                    tooOld.put(claimed, DispatchRow.waitedForToken(row));
                } else {
                    unwanted.add(claimed);
                }
            } else {
                begun.add((Calling) DispatchRow.toDispatch(row));
            }
        }
        return new Taken(begun, tooOld, unwanted);
    }

    /// The customers of these conversations want no advertising: none that has not left yet is sent.
    Uni<Void> withdraw(Set<UUID> conversations) {
        return database.ask(WITHDRAW, (Object) conversations.toArray(UUID[]::new))
                .replaceWithVoid();
    }

    /// After a statement whose answer was not heard: what it began is due again.
    ///
    /// @param known what this replica knows to be calling
    Uni<Void> unheard(String phoneNumberId, Collection<UUID> known) {
        return database.ask(UNHEARD, replica.id(), phoneNumberId, known.toArray(UUID[]::new))
                .replaceWithVoid();
    }

    Uni<Backlog> backlog() {
        return database.ask(BACKLOG, config.doubtNeedsHumanAfter().toMillis()).map(rows -> {
            var row = rows.iterator().next();
            return new Backlog(
                    Map.of(
                            Precedence.REPLY, row.getLong(0),
                            Precedence.RULE, row.getLong(1),
                            Precedence.CAMPAIGN, row.getLong(2)),
                    row.getLong(3),
                    row.getLong(4),
                    Duration.ofMillis(row.getLong(5)),
                    row.getLong(6));
        });
    }
}
