package org.centralino.outbound.media;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.centralino.events.ConversationEvent.MessageRevoked;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.outbound.OutboundConfig;
import org.jspecify.annotations.Nullable;

/// Which files stand in the object store, and which of them are to go. Each step is one transaction, so that any
/// number of replicas may work. When one dies its claim runs out, and another deletes once more what may be gone.
@Singleton
class StoredFiles {
    private static final String STORED = """
            insert into stored_file (message_id, conversation_id) values ($1, $2)
            on conflict (message_id) do update set stored_at = clock_timestamp()""";

    /// Its file is not fetched any more. Who is fetching it may still store it: the deletion waits until he cannot.
    /// Whether there ever was a file is not asked: a database that was restored may have forgotten it.
    private static final String UNWANTED = """
            with revoked as (
              select * from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
                as r (message_id uuid, conversation_id uuid)),
            given_up as (
              update media_fetch f set settled_at = clock_timestamp(), attachment = null, name = null
              from revoked r where f.message_id = r.message_id and f.settled_at is null
              returning f.message_id)
            insert into stored_file as known (message_id, conversation_id, unwanted, due_at)
            select distinct r.message_id, r.conversation_id, true, clock_timestamp() + case
              when exists (select from given_up g where g.message_id = r.message_id)
                then cast($2 as bigint) * interval '1 millisecond' else interval '0' end
            from revoked r
            on conflict (message_id) do update set unwanted = true, due_at = excluded.due_at
            where not known.unwanted""";

    private static final String CLAIM = """
            with due as materialized (
              select message_id as id from stored_file
              where due_at <= clock_timestamp()
                and (unwanted or stored_at < clock_timestamp() - cast($2 as bigint) * interval '1 millisecond')
              order by due_at limit $3 for update skip locked)
            update stored_file set due_at = clock_timestamp() + cast($1 as bigint) * interval '1 millisecond'
            from due where message_id = due.id
            returning message_id, conversation_id""";

    private static final String GONE = "delete from stored_file where message_id = any ($1)";

    private static final int AT_ONCE = 100;

    private final Database database;
    private final OutboundConfig config;

    StoredFiles(Database database, OutboundConfig config) {
        this.database = database;
        this.config = config;
    }

    /// A message that has a file, or had one.
    record StoredFile(UUID messageId, UUID conversationId) {
        /// @return what the keys of all that was stored for it begin with
        String folder() {
            return "%s/%s/".formatted(conversationId, messageId);
        }
    }

    /// @return what writes down that it stands in the object store
    static Statement stored(UUID messageId, UUID conversationId) {
        return Statement.of(STORED, messageId, conversationId);
    }

    /// Customers deleted these messages: their files are to go, and what was not fetched yet is not fetched.
    Uni<Void> unwanted(Collection<MessageRevoked> revoked) {
        var rows = revoked.stream()
                .map(it -> new StoredFile(it.messageId(), it.conversationId()))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.ask(UNWANTED, Rows.asJson(rows), stillStoredWithin().toMillis())
                        .replaceWithVoid();
    }

    /// @return some that are to go, for this worker alone for as long as it may work
    Uni<List<StoredFile>> claim() {
        return database.ask(CLAIM, config.fileWithin().toMillis(), kept(), AT_ONCE)
                .map(rows -> {
                    var files = new ArrayList<StoredFile>();
                    for (Row row : rows) {
                        files.add(new StoredFile(row.getUUID("message_id"), row.getUUID("conversation_id")));
                    }
                    return files;
                });
    }

    /// They are in the object store no more.
    Uni<Void> gone(List<StoredFile> files) {
        return database.ask(
                        GONE, (Object) files.stream().map(StoredFile::messageId).toArray(UUID[]::new))
                .replaceWithVoid();
    }

    private @Nullable Long kept() {
        return config.keepFiles().map(Duration::toMillis).orElse(null);
    }

    /// A try to fetch may take so long, and some more until what it found is stored.
    private Duration stillStoredWithin() {
        return config.fileWithin().multipliedBy(2);
    }
}
