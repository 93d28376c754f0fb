package org.centralino.conversation.history;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.centralino.conversation.inbox.InboxQueries;
import org.centralino.events.Person;
import org.centralino.kit.database.Database;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Page;
import org.jspecify.annotations.Nullable;

/// Pages of a conversation's history.
@ApplicationScoped
class HistoryQueries {
    private static final String PAGE = """
            select * from history_entry where conversation_id = $1 and (at, position) < ($2, $3)
              and ($5 or kind not like 'note-%')
            order by at desc, position desc limit $4""";

    private static final OffsetDateTime END_OF_TIME = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Database database;
    private final InboxQueries inbox;

    HistoryQueries(Database database, InboxQueries inbox) {
        this.database = database;
        this.inbox = inbox;
    }

    /// @param withNotes whether the operator may know of notes
    Uni<Page<HistoryItem>> page(
            UUID conversationId,
            Visibility visibility,
            boolean withNotes,
            Cursor.@Nullable Position before,
            int limit) {
        var time = before == null ? END_OF_TIME : before.time().atOffset(ZoneOffset.UTC);
        var position = before == null ? Long.MAX_VALUE : before.number();
        return inbox.conversation(conversationId, visibility)
                .chain(() -> database.ask(PAGE, conversationId, time, position, limit + 1, withNotes))
                .map(rows -> {
                    var found = new ArrayList<HistoryItem>();
                    rows.forEach(row -> found.add(item(row)));
                    return Page.of(found, limit, item -> Cursor.of(item.at(), item.position()));
                });
    }

    private static HistoryItem item(Row row) {
        var targetId = row.getUUID("target_id");
        return new HistoryItem(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getLong("position"),
                row.getString("kind"),
                Actor.read(row.getString("actor_kind"), row.getUUID("actor_id"), row.getString("actor_name")),
                targetId == null ? null : new Person(targetId, row.getString("target_name")),
                row.getUUID("message_id"),
                row.getUUID("note_id"),
                row.getString("words"));
    }
}
