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
import org.jspecify.annotations.Nullable;

/// Which numbers there are, as it was told last. A number of which nothing was told is not known to be gone.
@ApplicationScoped
public class ChannelStore {
    private static final String RECORD = """
            insert into channel as known (phone_number_id, removed, catalog_id, told_at)
            select distinct on (phone_number_id) phone_number_id, removed, catalog_id, told_at
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as t (phone_number_id text, removed boolean, catalog_id text, told_at timestamptz)
            order by phone_number_id, told_at desc
            on conflict (phone_number_id) do update set removed = excluded.removed,
              catalog_id = excluded.catalog_id, told_at = excluded.told_at
            where known.told_at <= excluded.told_at""";

    private static final String REMOVED = """
            select from conversation c join channel n on n.phone_number_id = c.phone_number_id
            where c.id = $1 and n.removed""";

    private static final String IS_REMOVED = "select from channel where phone_number_id = $1 and removed";

    private static final String SHOWS = "select from channel where phone_number_id = $1 and catalog_id = $2";

    private static final Problem OTHER_CATALOGUE = Problem.of(
            409,
            "catalogue-of-another-number",
            "The number does not show this catalogue",
            "Another one was chosen for it, or none. Choose the products again; whoever manages numbers can choose the catalogue.");

    private static final Problem REMOVED_NUMBER = Problem.of(
            409,
            "number-removed",
            "This number is not connected any more",
            "It was removed from Centralino, so nothing can be sent from it. Whoever manages numbers can connect it again.");

    private final Database database;

    ChannelStore(Database database) {
        this.database = database;
    }

    private record ChannelRow(
            String phoneNumberId, boolean removed, @Nullable String catalogId, Instant toldAt) {}

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
            case ChannelChanged(var id, var _, var _, var _, var catalogue, var _, var at) ->
                Stream.of(new ChannelRow(id, false, catalogue, at));
            case ChannelRemoved(var id, var _, var _, var at) -> Stream.of(new ChannelRow(id, true, null, at));
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

    /// @return fails with a problem when the number does not show the products of this catalogue
    public Uni<Void> mayShow(Transaction transaction, String phoneNumberId, String catalogId) {
        return transaction
                .ask(SHOWS, phoneNumberId, catalogId)
                .invoke(shown -> {
                    if (shown.size() == 0) {
                        throw OTHER_CATALOGUE.asException();
                    }
                })
                .replaceWithVoid();
    }

    private static void refuse(RowSet<Row> removed) {
        if (removed.size() > 0) {
            throw REMOVED_NUMBER.asException();
        }
    }
}
