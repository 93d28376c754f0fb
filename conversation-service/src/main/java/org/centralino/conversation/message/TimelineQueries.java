package org.centralino.conversation.message;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.centralino.conversation.inbox.InboxQueries;
import org.centralino.kit.database.Database;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Page;
import org.jspecify.annotations.Nullable;

/// Pages of a timeline, from the newest to the oldest, each in display order.
@ApplicationScoped
class TimelineQueries {
    private static final String PAGE = "select " + MessageRow.COLUMNS + """
             from message m
            where conversation_id = $1 and (platform_at, sequence) < ($2, $3)
            order by platform_at desc, sequence desc limit $4""";

    private static final String REMEMBER = """
            insert into read_cursor (operator_id, conversation_id, sequence) values ($1, $2, $3)
            on conflict (operator_id, conversation_id)
            do update set sequence = greatest(read_cursor.sequence, excluded.sequence)""";

    private static final OffsetDateTime END_OF_TIME = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Database database;
    private final InboxQueries inbox;

    TimelineQueries(Database database, InboxQueries inbox) {
        this.database = database;
        this.inbox = inbox;
    }

    Uni<Page<TimelineItem>> timeline(
            UUID conversationId, Visibility visibility, Cursor.@Nullable Position before, int limit) {
        var start = before == null ? END_OF_TIME : before.time().atOffset(ZoneOffset.UTC);
        var sequence = before == null ? Long.MAX_VALUE : before.number();
        return inbox.conversation(conversationId, visibility)
                .chain(() -> database.ask(PAGE, conversationId, start, sequence, limit + 1))
                .map(rows -> {
                    var newestFirst = new ArrayList<TimelineItem>();
                    rows.forEach(row -> newestFirst.add(MessageRow.read(row)));
                    var page = Page.of(newestFirst, limit, item -> Cursor.of(item.at(), item.sequence()));
                    return new Page<>(page.items().reversed(), page.nextCursor());
                });
    }

    Uni<Void> read(UUID conversationId, Visibility visibility, long sequence) {
        return inbox.conversation(conversationId, visibility)
                .chain(conversation -> database.ask(
                        REMEMBER,
                        visibility.operator(),
                        conversationId,
                        Math.min(sequence, conversation.lastSequence())))
                .replaceWithVoid();
    }
}
