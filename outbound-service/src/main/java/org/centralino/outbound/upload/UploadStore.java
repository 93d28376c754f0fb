package org.centralino.outbound.upload;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.events.Access;
import org.centralino.events.Content.WithFile;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.OutboundEvent.Fetched;
import org.centralino.events.OutboundEvent.MediaStored;
import org.centralino.events.PlatformError;
import org.centralino.events.SentFile;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.upload.domain.Upload;
import org.jspecify.annotations.Nullable;

/// Files that are to reach the platform, and what it calls those that have. Each step is one statement or one
/// transaction, so that any number of replicas may work. When a worker dies its claim runs out, and another goes on.
@Singleton
class UploadStore {
    private static final Outbox<Fetched> OUTBOX = new Outbox<>(Topics.OUTBOUND, WireFormat.OUTBOUND);

    /// What was refused, or what the platform will soon have forgotten, goes anew when another message names it.
    private static final String RECORD = """
            insert into media_upload as known (phone_number_id, attachment_id, message_id, conversation_id, team_id,
              assignee_id, file)
            select distinct on (phone_number_id, attachment_id) phone_number_id, attachment_id, message_id,
              conversation_id, team_id, assignee_id, file
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as t (
              phone_number_id text, attachment_id text, message_id uuid, conversation_id uuid, team_id uuid,
              assignee_id uuid, file jsonb)
            on conflict (phone_number_id, attachment_id) do update set message_id = excluded.message_id,
              file = excluded.file, begun_at = clock_timestamp(), due_at = clock_timestamp(), tries = 0, anew = false,
              awaits_token = false, attempt = known.attempt + 1, settled_at = null, platform_id = null, error = null
            where known.message_id <> excluded.message_id
              and (known.error is not null or known.settled_at < clock_timestamp() - interval '29 days')""";

    private static final String CLAIM = """
            with due as materialized (
              select phone_number_id as number, attachment_id as file_id from media_upload
              where settled_at is null and due_at <= clock_timestamp()
              order by due_at limit 1 for update skip locked)
            update media_upload set attempt = attempt + 1, awaits_token = false,
              due_at = clock_timestamp() + cast($1 as bigint) * interval '1 millisecond'
            from due where phone_number_id = due.number and attachment_id = due.file_id
            returning phone_number_id, attachment_id, message_id, conversation_id, team_id, assignee_id,
              file::text as file, attempt, tries,
              cast(extract(epoch from clock_timestamp() - begun_at) * 1000 as bigint) as waited""";

    private static final String OURS = """
            where phone_number_id = $1 and attachment_id = $2 and attempt = $3 and settled_at is null""";

    private static final String HOLD = """
            update media_upload set due_at = clock_timestamp() + cast($4 as bigint) * interval '1 millisecond'
            """ + OURS;

    private static final String LATER = """
            update media_upload set due_at = clock_timestamp() + cast($4 as bigint) * interval '1 millisecond',
              tries = tries + 1
            """ + OURS;

    private static final String AWAIT_TOKEN = """
            update media_upload set due_at = clock_timestamp() + cast($4 as bigint) * interval '1 millisecond',
              awaits_token = true, tries = 0, begun_at = clock_timestamp()
            """ + OURS;

    private static final String TOKEN_IS_THERE = """
            update media_upload set due_at = clock_timestamp(), awaits_token = false
            where phone_number_id = $1 and awaits_token and settled_at is null""";

    private static final String SETTLE = """
            update media_upload set settled_at = clock_timestamp(), platform_id = $4, error = cast($5 as text)::jsonb
            """ + OURS;

    private static final String FIND = """
            select attachment_id, platform_id, error::text as error from media_upload
            where phone_number_id = $1 and attachment_id = any ($2) and settled_at is not null""";

    private static final String FORGET = """
            update media_upload set anew = true, settled_at = null, platform_id = null, tries = 0,
              begun_at = clock_timestamp(), due_at = clock_timestamp()
            where phone_number_id = $1 and (attachment_id, platform_id) in (
              select * from unnest(cast($2 as text[]), cast($3 as text[]))) and not anew""";

    private final Database database;
    private final OutboundConfig config;
    private final ObjectMapper json;

    UploadStore(Database database, OutboundConfig config, ObjectMapper json) {
        this.database = database;
        this.config = config;
        this.json = json;
    }

    /// What became of a file.
    sealed interface End {
        /// @param platformId the platform's id of it
        record Uploaded(String platformId) implements End {}

        record Refused(PlatformError error) implements End {}
    }

    /// Writes down which files are to go, each once, however often it is told.
    ///
    /// @return whether there are any
    Uni<Boolean> record(List<ReplyQueued> replies) {
        var rows = replies.stream().flatMap(reply -> UploadRow.of(reply, json)).toList();
        return rows.isEmpty()
                ? Uni.createFrom().item(false)
                : database.ask(RECORD, Rows.asJson(rows)).replaceWith(true);
    }

    /// @return the file that has been due for longest, for this worker alone for as long as it may work
    Uni<Optional<Upload>> claim() {
        return database.ask(CLAIM, config.fileClaimFor().toMillis()).map(rows -> {
            var row = rows.iterator();
            return row.hasNext() ? Optional.of(uploadOf(row.next())) : Optional.empty();
        });
    }

    /// Says that the worker still works on it.
    Uni<Void> hold(Upload upload) {
        return change(HOLD, upload, config.fileClaimFor());
    }

    /// @param pause until the next try
    Uni<Void> later(Upload upload, Duration pause) {
        return change(LATER, upload, pause);
    }

    /// Nothing goes by the number's access token.
    ///
    /// @param pause until it is tried all the same
    Uni<Void> awaitToken(Upload upload, Duration pause) {
        return change(AWAIT_TOKEN, upload, pause);
    }

    /// What waited for the number's access token is due.
    Uni<Void> tokenIsThere(String phoneNumberId) {
        return database.ask(TOKEN_IS_THERE, phoneNumberId).replaceWithVoid();
    }

    private Uni<Void> change(String statement, Upload upload, Duration until) {
        return database.ask(
                        statement, upload.phoneNumberId(), upload.attachmentId(), upload.attempt(), until.toMillis())
                .replaceWithVoid();
    }

    /// Writes down what the platform calls it, and tells what was seen in it.
    ///
    /// @return whether it was ours to tell
    Uni<Boolean> uploaded(Upload upload, String platformId, MediaStored seen) {
        return settle(upload, platformId, null, List.of(seen));
    }

    /// Writes down that it will not go.
    ///
    /// @return whether it was ours to tell
    Uni<Boolean> refused(Upload upload, PlatformError error) {
        return settle(upload, null, write(error, json), List.of());
    }

    private Uni<Boolean> settle(
            Upload upload, @Nullable String platformId, @Nullable String error, List<Fetched> told) {
        return database.transaction(transaction -> transaction
                .ask(SETTLE, upload.phoneNumberId(), upload.attachmentId(), upload.attempt(), platformId, error)
                .map(rows -> rows.rowCount() == 1 ? new Written<>(true, OUTBOX.append(told)) : Written.nothing(false)));
    }

    /// @return what became of files, by our ids; of which nobody knows yet is not in it
    Uni<Map<String, End>> find(String phoneNumberId, Collection<String> attachmentIds) {
        return database.ask(FIND, phoneNumberId, attachmentIds.toArray(String[]::new))
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(row -> row.getString("attachment_id"), this::endOf)));
    }

    private End endOf(Row row) {
        return row.getString("platform_id") == null
                ? new End.Refused(read(row.getString("error"), PlatformError.class))
                : new End.Uploaded(row.getString("platform_id"));
    }

    /// The platform does not know one of its own ids any more.
    ///
    /// @param platformIds by our ids
    /// @return whether any of the files goes anew: each does so once
    Uni<Boolean> forget(String phoneNumberId, Map<String, String> platformIds) {
        return database.ask(
                        FORGET,
                        phoneNumberId,
                        platformIds.keySet().toArray(String[]::new),
                        platformIds.values().toArray(String[]::new))
                .map(rows -> rows.rowCount() > 0);
    }

    private Upload uploadOf(Row row) {
        return new Upload(
                row.getString("phone_number_id"),
                row.getString("attachment_id"),
                row.getUUID("conversation_id"),
                new Access(row.getString("phone_number_id"), row.getUUID("team_id"), row.getUUID("assignee_id")),
                row.getUUID("message_id"),
                read(row.getString("file"), SentFile.class),
                row.getInteger("attempt"),
                row.getInteger("tries"),
                Duration.ofMillis(row.getLong("waited")));
    }

    private <T> T read(String document, Class<T> type) {
        try {
            return json.readValue(document, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The row was not written by this service", broken);
        }
    }

    private static String write(Object value, ObjectMapper json) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Not a document", impossible);
        }
    }

    private record UploadRow(
            String phoneNumberId,
            String attachmentId,
            UUID messageId,
            UUID conversationId,
            @Nullable UUID teamId,
            @Nullable UUID assigneeId,
            @JsonRawValue String file) {
        static Stream<UploadRow> of(ReplyQueued reply, ObjectMapper json) {
            return reply.goingFiles().stream().map(going -> of(reply, going.content(), going.file(), json));
        }

        private static UploadRow of(ReplyQueued reply, WithFile named, SentFile file, ObjectMapper json) {
            var access = reply.conversation().access();
            return new UploadRow(
                    reply.conversation().phoneNumberId(),
                    named.attachment().mediaId(),
                    reply.messageId(),
                    reply.conversationId(),
                    access.teamId(),
                    access.assigneeId(),
                    write(file, json));
        }
    }
}
