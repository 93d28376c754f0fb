package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.centralino.conversation.inbox.InboxQueries;
import org.centralino.events.MessageStatus;
import org.centralino.events.PlatformError;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Page;

/// Pages of a timeline, from the newest to the oldest, each in display order.
@ApplicationScoped
class TimelineQueries {
    private static final String PAGE = """
            select * from message
            where conversation_id = $1 and (platform_at, sequence) < ($2, $3)
            order by platform_at desc, sequence desc limit $4""";

    private static final String REMEMBER = """
            insert into read_cursor (operator_id, conversation_id, sequence) values ($1, $2, $3)
            on conflict (operator_id, conversation_id)
            do update set sequence = greatest(read_cursor.sequence, excluded.sequence)""";

    private static final OffsetDateTime END_OF_TIME = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Pool database;
    private final InboxQueries inbox;

    TimelineQueries(Pool database, InboxQueries inbox) {
        this.database = database;
        this.inbox = inbox;
    }

    Uni<Page<TimelineItem>> timeline(UUID conversationId, Visibility visibility, Cursor.Position before, int limit) {
        var start = before == null ? END_OF_TIME : before.time().atOffset(ZoneOffset.UTC);
        var sequence = before == null ? Long.MAX_VALUE : before.number();
        return inbox.conversation(conversationId, visibility)
                .chain(() -> database.preparedQuery(PAGE).execute(Tuple.of(conversationId, start, sequence, limit + 1)))
                .map(rows -> {
                    var newestFirst = new ArrayList<TimelineItem>();
                    rows.forEach(row -> newestFirst.add(item(row)));
                    var page = Page.of(newestFirst, limit, item -> Cursor.of(item.at(), item.sequence()));
                    return new Page<>(page.items().reversed(), page.nextCursor());
                });
    }

    Uni<Void> read(UUID conversationId, Visibility visibility, long sequence) {
        return inbox.conversation(conversationId, visibility)
                .chain(conversation -> database.preparedQuery(REMEMBER)
                        .execute(Tuple.of(
                                visibility.operator(),
                                conversationId,
                                Math.min(sequence, conversation.lastSequence()))))
                .replaceWithVoid();
    }

    private static TimelineItem item(Row row) {
        var direction = row.getString("direction").toLowerCase(Locale.ROOT);
        var errorCode = row.getInteger("error_code");
        return new TimelineItem(
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                row.getLong("sequence"),
                row.getOffsetDateTime("platform_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant(),
                "message",
                direction,
                new TimelineItem.Author(
                        direction.equals("inbound") ? "customer" : "operator",
                        row.getUUID("author_id"),
                        row.getString("author_name")),
                MessageRow.contentOf(
                        row.getString("content_type"), row.getString("platform_type"), row.getString("text")),
                MessageStatus.valueOf(row.getString("status")),
                row.getOffsetDateTime("status_at").toInstant(),
                row.getBoolean("late"),
                errorCode == null
                        ? null
                        : new PlatformError(errorCode, row.getString("error_title"), row.getString("error_detail")));
    }
}
