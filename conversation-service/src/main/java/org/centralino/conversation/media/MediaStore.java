package org.centralino.conversation.media;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.thread.ConversationRow;
import org.centralino.events.ConversationEvent.MediaChanged;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.Media;
import org.centralino.events.OutboundEvent.Fetched;
import org.centralino.events.OutboundEvent.MediaLost;
import org.centralino.events.OutboundEvent.MediaStored;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// Writes down what became of the files of messages, by one guarded update for a batch. A file that
/// is here is not lost any more, a message that was deleted has none, and nothing of a conversation
/// changes by one.
@ApplicationScoped
public class MediaStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    /// Of several ends of one file the last one counts. Messages are locked in the order of their
    /// ids: two transactions never wait for each other in a circle.
    private static final String RECORD = """
            with told as (
              select distinct on (message_id) message_id, jsonb_strip_nulls(media ||
                jsonb_build_object('key', key, 'thumbnailKey', thumbnail_key)) as media
              from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
                as t (place int, message_id uuid, media jsonb, key text, thumbnail_key text)
              order by message_id, place desc),
            locked as materialized (
              select m.id from message m join told t on t.message_id = m.id
              where m.media is not null and m.media <> t.media and m.content ->> 'type' <> 'revoked'
                and (t.media ->> 'state' = 'stored' or m.media ->> 'state' <> 'stored')
              order by m.id for update of m)
            update message m set media = t.media
            from told t, locked l, conversation c join contact k on k.id = c.contact_id
            where m.id = t.message_id and l.id = m.id and c.id = m.conversation_id
            returning m.id as message_id, m.conversation_id, m.sequence, m.media::text as media,
            """ + ConversationRow.COLUMNS;

    private final Database database;
    private final Clock clock;

    MediaStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @return when it is written down, and those who listen will be told
    public Uni<Void> record(List<Fetched> ends) {
        return ends.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.transaction(transaction -> transaction
                        .ask(RECORD, rowsOf(ends))
                        .map(rows -> {
                            var now = clock.instant();
                            var events = new ArrayList<Recorded>();
                            rows.forEach(row -> events.add(changed(row, now)));
                            return Written.only(OUTBOX.append(events));
                        }));
    }

    /// After a restore: what was told by [#record] has been told.
    ///
    /// @return how many files were not known to be where they are
    public Uni<Integer> retold(List<Fetched> ends) {
        return ends.isEmpty()
                ? Uni.createFrom().item(0)
                : database.ask(Statement.of(RECORD, rowsOf(ends))).map(rows -> rows.rowCount());
    }

    private static MediaChanged changed(Row row, Instant now) {
        var state = ConversationRow.read(row).state();
        return new MediaChanged(
                row.getUUID("conversation_id"),
                state.access(),
                row.getUUID("message_id"),
                row.getLong("sequence"),
                Documents.read(row.getString("media"), Media.class),
                now,
                state);
    }

    private static String rowsOf(List<Fetched> ends) {
        var rows = new ArrayList<FileRow>();
        for (var end : ends) {
            rows.add(FileRow.of(rows.size(), end));
        }
        return Rows.asJson(rows);
    }

    private record FileRow(
            int place,
            UUID messageId,
            @JsonRawValue @Nullable String media,
            @Nullable String key,
            @Nullable String thumbnailKey) {
        static FileRow of(int place, Fetched end) {
            var media = Documents.writeIfAny(end.media());
            return switch (end) {
                case MediaStored stored ->
                    new FileRow(place, end.messageId(), media, stored.key(), stored.thumbnailKey());
                case MediaLost _ -> new FileRow(place, end.messageId(), media, null, null);
            };
        }
    }
}
