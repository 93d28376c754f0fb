package org.centralino.conversation.channel;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.events.ChannelEvent;
import org.centralino.events.ChannelEvent.ChannelChanged;
import org.centralino.events.ChannelEvent.ChannelRemoved;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.kafka.Received;
import org.centralino.kit.problem.Problem;

/// Which numbers there are, as it was told last. A number of which nothing was told is not known to be gone.
@ApplicationScoped
public class ChannelStore {
    private static final String RECORD = """
            insert into channel as known (phone_number_id, removed, told_at)
            select distinct on (phone_number_id) phone_number_id, removed, told_at
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as t (phone_number_id text, removed boolean, told_at timestamptz)
            order by phone_number_id, told_at desc
            on conflict (phone_number_id) do update set removed = excluded.removed, told_at = excluded.told_at
            where known.told_at <= excluded.told_at""";

    private static final String REMOVED = """
            select from conversation c join channel n on n.phone_number_id = c.phone_number_id
            where c.id = $1 and n.removed""";

    private static final String IS_REMOVED = "select from channel where phone_number_id = $1 and removed";

    private static final Problem REMOVED_NUMBER = Problem.of(
            409,
            "number-removed",
            "This number is not connected any more",
            "It was removed from Centralino, so nothing can be sent from it. Whoever manages numbers can connect it again.");

    private final Database database;

    ChannelStore(Database database) {
        this.database = database;
    }

    private record ChannelRow(String phoneNumberId, boolean removed, Instant toldAt) {}

    Uni<Void> record(List<Received<ChannelEvent>> events) {
        var rows = events.stream()
                .map(Received::event)
                .flatMap(ChannelStore::rowOf)
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.write(List.of(Statement.of(RECORD, Rows.asJson(rows))));
    }

    private static Stream<ChannelRow> rowOf(ChannelEvent event) {
        return switch (event) {
            case ChannelChanged(var id, var _, var _, var _, var at) -> Stream.of(new ChannelRow(id, false, at));
            case ChannelRemoved(var id, var at) -> Stream.of(new ChannelRow(id, true, at));
            case ChannelEvent.Unrecognised _ -> Stream.empty();
        };
    }

    /// @return fails with a problem when the number of the conversation was removed
    public Uni<Void> mayWrite(Transaction transaction, UUID conversationId) {
        return transaction
                .ask(REMOVED, conversationId)
                .invoke(ChannelStore::refuse)
                .replaceWithVoid();
    }

    /// @return fails with a problem when the number was removed
    public Uni<Void> mayWriteFrom(Transaction transaction, String phoneNumberId) {
        return transaction
                .ask(IS_REMOVED, phoneNumberId)
                .invoke(ChannelStore::refuse)
                .replaceWithVoid();
    }

    private static void refuse(RowSet<Row> removed) {
        if (removed.size() > 0) {
            throw REMOVED_NUMBER.asException();
        }
    }
}
