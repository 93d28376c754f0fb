package org.centralino.outbound.media;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.Content.Attachment;
import org.centralino.events.OutboundEvent.Fetched;
import org.centralino.events.OutboundEvent.MediaStored;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.media.domain.FileKind;
import org.centralino.kit.outbox.Outbox;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.media.domain.Fetch;
import org.jspecify.annotations.Nullable;

/// Files that are to be fetched, until it is told what became of them. Each step is one statement
/// or one transaction, so that any number of replicas may work. When a worker dies its claim runs
/// out, and another goes on.
@Singleton
class FetchStore {
    private static final Outbox<Fetched> OUTBOX = new Outbox<>(Topics.OUTBOUND, WireFormat.OUTBOUND);

    /// A message that has another file since its customer changed it is fetched anew.
    private static final String RECORD = """
            insert into media_fetch as known (message_id, conversation_id, phone_number_id, team_id, assignee_id, kind,
              media_id, attachment, name, sent_at)
            select distinct on (message_id) message_id, conversation_id, phone_number_id, team_id, assignee_id, kind,
              media_id, attachment, name, sent_at
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as t (
              place int, message_id uuid, conversation_id uuid, phone_number_id text, team_id uuid, assignee_id uuid,
              kind text, media_id text, attachment jsonb, name text, sent_at timestamptz)
            order by message_id, place desc
            on conflict (message_id) do update set kind = excluded.kind, media_id = excluded.media_id,
              attachment = excluded.attachment, name = excluded.name, sent_at = excluded.sent_at,
              due_at = clock_timestamp(), attempt = known.attempt + 1, settled_at = null
            where known.media_id <> excluded.media_id""";

    private static final String CLAIM = """
            with due as materialized (
              select message_id as id from media_fetch
              where settled_at is null and due_at <= clock_timestamp()
              order by due_at limit 1 for update skip locked)
            update media_fetch set attempt = attempt + 1,
              due_at = clock_timestamp() + cast($1 as bigint) * interval '1 millisecond'
            from due where message_id = due.id
            returning message_id, conversation_id, phone_number_id, team_id, assignee_id, kind,
              attachment::text as attachment, name, sent_at, attempt""";

    private static final String LATER = """
            update media_fetch set due_at = clock_timestamp() + cast($3 as bigint) * interval '1 millisecond'
            where message_id = $1 and attempt = $2 and settled_at is null""";

    private static final String SETTLE = """
            update media_fetch set settled_at = clock_timestamp(), attachment = null, name = null
            where message_id = $1 and attempt = $2 and settled_at is null""";

    private final Database database;
    private final OutboundConfig config;
    private final ObjectMapper json;

    FetchStore(Database database, OutboundConfig config, ObjectMapper json) {
        this.database = database;
        this.config = config;
        this.json = json;
    }

    /// A file that a message has.
    record Wanted(
            UUID messageId,
            UUID conversationId,
            Access access,
            FileKind kind,
            Attachment attachment,
            @Nullable String name,
            Instant sentAt) {}

    /// Writes down what is to be fetched, each file once, however often it is told.
    Uni<Void> record(List<Wanted> files) {
        if (files.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = new ArrayList<FetchRow>();
        files.forEach(file -> rows.add(FetchRow.of(rows.size(), file, json)));
        return database.ask(RECORD, Rows.asJson(rows)).replaceWithVoid();
    }

    /// @return the file that has been due for longest, for this worker alone for as long as it may work
    Uni<Optional<Fetch>> claim() {
        return database.ask(CLAIM, config.fileClaimFor().toMillis()).map(rows -> {
            var row = rows.iterator();
            return row.hasNext() ? Optional.of(fetchOf(row.next())) : Optional.empty();
        });
    }

    /// Says that the worker still works on it.
    Uni<Void> hold(Fetch fetch) {
        return later(fetch, config.fileClaimFor());
    }

    /// @param pause until the next try
    Uni<Void> later(Fetch fetch, Duration pause) {
        return database.ask(LATER, fetch.messageId(), fetch.attempt(), pause.toMillis())
                .replaceWithVoid();
    }

    /// Tells what became of a file, unless somebody else has taken it over.
    ///
    /// @return whether it was told
    Uni<Boolean> settle(Fetch fetch, Fetched end) {
        return database.transaction(transaction -> transaction
                .ask(SETTLE, fetch.messageId(), fetch.attempt())
                .map(rows -> rows.rowCount() == 1 ? new Written<>(true, told(end)) : Written.nothing(false)));
    }

    private static List<Statement> told(Fetched end) {
        var statements = new ArrayList<>(OUTBOX.append(List.of(end)));
        if (end instanceof MediaStored) {
            statements.add(StoredFiles.stored(end.messageId(), end.conversationId()));
        }
        return statements;
    }

    private Fetch fetchOf(Row row) {
        try {
            return new Fetch(
                    row.getUUID("message_id"),
                    row.getUUID("conversation_id"),
                    new Access(row.getString("phone_number_id"), row.getUUID("team_id"), row.getUUID("assignee_id")),
                    FileKind.valueOf(row.getString("kind")),
                    json.readValue(row.getString("attachment"), Attachment.class),
                    row.getString("name"),
                    row.getOffsetDateTime("sent_at").toInstant(),
                    row.getInteger("attempt"));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The row was not written by this service", broken);
        }
    }

    private record FetchRow(
            int place,
            UUID messageId,
            UUID conversationId,
            @Nullable String phoneNumberId,
            @Nullable UUID teamId,
            @Nullable UUID assigneeId,
            String kind,
            String mediaId,
            @JsonRawValue String attachment,
            @Nullable String name,
            Instant sentAt) {
        static FetchRow of(int place, Wanted file, ObjectMapper json) {
            try {
                return new FetchRow(
                        place,
                        file.messageId(),
                        file.conversationId(),
                        file.access().phoneNumberId(),
                        file.access().teamId(),
                        file.access().assigneeId(),
                        file.kind().name(),
                        file.attachment().mediaId(),
                        json.writeValueAsString(file.attachment()),
                        file.name(),
                        file.sentAt());
            } catch (JsonProcessingException impossible) {
                throw new IllegalArgumentException("Not a document", impossible);
            }
        }
    }
}
