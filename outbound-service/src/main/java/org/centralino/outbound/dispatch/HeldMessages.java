package org.centralino.outbound.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.centralino.events.Access;
import org.centralino.events.Held;
import org.centralino.events.HeldReason;
import org.centralino.events.OutboundEvent.MessageHeld;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.outbox.Outbox;
import org.centralino.outbound.dispatch.domain.Trace;
import org.centralino.outbound.dispatch.domain.Waiting;
import org.centralino.outbound.lane.HeldLane;
import org.centralino.outbound.lane.LaneConfig;

/// Tells the authors of replies what these wait for, when that takes longer than they expect. What goes
/// out in bulk has no author who watches it, and is not told of.
@Singleton
class HeldMessages {
    private static final int AT_ONCE = 200;

    /// Those that were told nothing, or of a time that has passed, or for a reason that is none any
    /// more.
    private static final String WAITING_LONG = """
            select * from (
              select message_id, conversation_id, phone_number_id, team_id, assignee_id, held_reason, held_until,
                recorded_at < clock_timestamp() - cast($2 as bigint) * interval '1 millisecond' as is_long,
                cast(extract(epoch from due_at - clock_timestamp()) * 1000 as bigint) as pause,
                row_number() over (order by due_at, sequence) as place,
                row_number() over (partition by conversation_id order by sequence) as place_in_conversation,
                (%s) as is_ready
              from dispatch this
              where phone_number_id = $1 and state = 'INTENT' and priority = 0) waiting
            where is_long and (held_reason is null or (held_reason = 'TOKEN') <> $3
              or held_until < clock_timestamp() - interval '1 second')
            order by place limit %d""".formatted(QueueStore.FILES_ARE_SETTLED, AT_ONCE);

    private static final String HOLD = """
            update dispatch set held_reason = $2, held_until = clock_timestamp() + cast($3 as bigint) * interval '1 millisecond'
            where message_id = $1 and state = 'INTENT' returning message_id""";

    private final Database database;
    private final LaneConfig config;
    private final Clock clock;
    private final Outbox<MessageHeld> outbox = new Outbox<>(Topics.OUTBOUND, WireFormat.OUTBOUND);

    HeldMessages(Database database, LaneConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /// @param lanes those that this replica owns
    Uni<Void> tell(Collection<HeldLane> lanes) {
        var all = Uni.createFrom().voidItem();
        for (var lane : lanes) {
            all = all.chain(() -> database.ask(
                            WAITING_LONG,
                            lane.phoneNumberId(),
                            config.heldAfter().toMillis(),
                            lane.isStopped())
                    .chain(rows -> database.write(holding(lane, rows))));
        }
        return all;
    }

    private List<Statement> holding(HeldLane lane, RowSet<Row> rows) {
        var now = clock.instant();
        var statements = new ArrayList<Statement>();
        for (var row : rows) {
            var waiting = waiting(row);
            waiting.heldBy(numberFor(lane, waiting), now)
                    .ifPresent(held -> statements.add(holding(waiting.trace(), held, now)));
        }
        return statements;
    }

    private Statement holding(Trace trace, Held held, Instant now) {
        var left = held.until() == null
                ? null
                : Duration.between(now, held.until()).toMillis();
        return outbox.appendWith(
                Statement.of(HOLD, trace.messageId(), held.reason().name(), left),
                List.of(new MessageHeld(trace.conversationId(), trace.access(), trace.messageId(), held, now)));
    }

    private Waiting.Number numberFor(HeldLane lane, Waiting waiting) {
        var now = HeldLane.now();
        var opensIn = lane.pairs().opensAt(waiting.trace().conversationId(), now) - now;
        return new Waiting.Number(lane.isStopped(), Duration.ofNanos(opensIn), config.pairInterval(), lane.perSecond());
    }

    private static Waiting waiting(Row row) {
        var told = row.getString("held_reason");
        return new Waiting(
                new Trace(
                        row.getUUID("message_id"),
                        row.getUUID("conversation_id"),
                        new Access(
                                row.getString("phone_number_id"), row.getUUID("team_id"), row.getUUID("assignee_id"))),
                Duration.ofMillis(row.getLong("pause")),
                row.getInteger("place"),
                row.getInteger("place_in_conversation"),
                row.getBoolean("is_ready"),
                told == null ? null : HeldReason.valueOf(told));
    }
}
