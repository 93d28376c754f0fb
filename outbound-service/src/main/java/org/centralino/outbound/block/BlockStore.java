package org.centralino.outbound.block;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.ConversationEvent.BlockRequested;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.OutboundEvent.BlockAnswered;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;
import org.centralino.kit.pruning.PruningRule;
import org.centralino.outbound.block.domain.BlockCall;
import org.jspecify.annotations.Nullable;

/// Calls that are to be made, until it is told what became of them. Each step is one statement or one transaction, so
/// that any number of replicas may work. When one dies its claim runs out, and another calls once more.
@Singleton
class BlockStore {
    private static final Outbox<BlockAnswered> OUTBOX = new Outbox<>(Topics.OUTBOUND, WireFormat.OUTBOUND);

    /// Of one conversation only what was asked for last counts: what was asked for before is not called any more.
    private static final String RECORD = """
            with asked as (
              select * from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as t (
                place int, request_id uuid, conversation_id uuid, phone_number_id text, team_id uuid, assignee_id uuid,
                phone text, bsuid text, blocked boolean, asked_at timestamptz)),
            outdone as (
              update block_call b set settled_at = clock_timestamp() from asked a
              where b.conversation_id = a.conversation_id and b.settled_at is null and b.asked_at < a.asked_at)
            insert into block_call (request_id, conversation_id, phone_number_id, team_id, assignee_id, phone, bsuid,
              blocked, asked_at)
            select distinct on (conversation_id) request_id, conversation_id, phone_number_id, team_id, assignee_id,
              phone, bsuid, blocked, asked_at
            from asked order by conversation_id, place desc
            on conflict (request_id) do nothing""";

    private static final String CLAIM = """
            with due as materialized (
              select request_id as id from block_call where settled_at is null and due_at <= clock_timestamp()
              order by due_at limit 1 for update skip locked)
            update block_call set attempt = attempt + 1,
              due_at = clock_timestamp() + cast($1 as bigint) * interval '1 millisecond'
            from due where request_id = due.id
            returning *""";

    private static final String LATER = """
            update block_call set due_at = clock_timestamp() + cast($3 as bigint) * interval '1 millisecond'
            where request_id = $1 and attempt = $2 and settled_at is null""";

    private static final String SETTLE = """
            update block_call set settled_at = clock_timestamp(), phone = null, bsuid = null
            where request_id = $1 and attempt = $2 and settled_at is null""";

    private final Database database;

    BlockStore(Database database) {
        this.database = database;
    }

    private record AskedRow(
            int place,
            UUID requestId,
            UUID conversationId,
            @Nullable String phoneNumberId,
            @Nullable UUID teamId,
            @Nullable UUID assigneeId,
            @Nullable String phone,
            @Nullable String bsuid,
            boolean blocked,
            Instant askedAt) {
        static AskedRow of(int place, BlockRequested request) {
            var access = request.conversation().access();
            return new AskedRow(
                    place,
                    request.requestId(),
                    request.conversationId(),
                    access.phoneNumberId(),
                    access.teamId(),
                    access.assigneeId(),
                    request.recipient().phone(),
                    request.recipient().bsuid(),
                    request.blocked(),
                    request.at());
        }
    }

    @Produces
    @Singleton
    static PruningRule settledLongAgo() {
        return new PruningRule("block_call", "settled_at < now() - interval '30 days'");
    }

    /// Writes down what is to be called, once, however often it is told.
    Uni<Void> record(List<BlockRequested> requests) {
        var rows = new ArrayList<AskedRow>();
        requests.forEach(request -> rows.add(AskedRow.of(rows.size(), request)));
        return database.ask(RECORD, Rows.asJson(rows)).replaceWithVoid();
    }

    /// @param patience for how long this worker may work on it alone
    /// @return the call that has been due for longest
    Uni<Optional<BlockCall>> claim(Duration patience) {
        return database.ask(CLAIM, patience.toMillis()).map(rows -> {
            var row = rows.iterator();
            return row.hasNext() ? Optional.of(read(row.next())) : Optional.empty();
        });
    }

    /// @param pause until the next try
    Uni<Void> later(BlockCall call, Duration pause) {
        return database.ask(LATER, call.requestId(), call.attempt(), pause.toMillis())
                .replaceWithVoid();
    }

    /// Tells what became of it, unless somebody else has, or something else was asked for since.
    Uni<Void> settle(BlockCall call, BlockAnswered answer) {
        return database.transaction(transaction -> transaction
                .ask(SETTLE, call.requestId(), call.attempt())
                .map(rows -> Written.only(rows.rowCount() == 1 ? OUTBOX.append(List.of(answer)) : List.of())));
    }

    private static BlockCall read(Row row) {
        return new BlockCall(
                row.getUUID("request_id"),
                row.getUUID("conversation_id"),
                new Access(row.getString("phone_number_id"), row.getUUID("team_id"), row.getUUID("assignee_id")),
                new Recipient(row.getString("phone"), row.getString("bsuid")),
                row.getBoolean("blocked"),
                row.getOffsetDateTime("asked_at").toInstant(),
                row.getInteger("attempt"));
    }
}
