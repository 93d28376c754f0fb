package org.centralino.conversation.message;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.UUID;
import org.centralino.conversation.inbox.InboxQueries;
import org.centralino.kit.database.Database;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.page.Page;
import org.centralino.kit.problem.Problem;

/// Pages of a timeline, each in display order, from any place of it in both directions.
@ApplicationScoped
class TimelineQueries {
    private static final String PAGE = "(select " + MessageRow.COLUMNS + """
             from message m
            where conversation_id = $1 and (platform_at, sequence) < ($2, $3)
            order by platform_at desc, sequence desc limit $4)
            union all
            (select\s""" + MessageRow.COLUMNS + """
             from message m
            where conversation_id = $1 and (platform_at, sequence) >= ($2, $3)
            order by platform_at, sequence limit $5)""";

    private static final String PLACE = """
            select platform_at, sequence from message where conversation_id = $1 and id = $2""";

    private final Database database;
    private final InboxQueries inbox;

    TimelineQueries(Database database, InboxQueries inbox) {
        this.database = database;
        this.inbox = inbox;
    }

    /// @throws org.centralino.kit.problem.ProblemException 404 when the conversation, or the message around which the
    ///     page is to be, is not there for this operator
    Uni<Page<TimelineItem>> timeline(UUID conversationId, Visibility visibility, TimelinePart part, int limit) {
        return inbox.conversation(conversationId, visibility)
                .chain(() -> cut(conversationId, part, limit))
                .chain(cut -> database.ask(
                                PAGE,
                                conversationId,
                                cut.timeInDatabase(),
                                cut.sequence(),
                                cut.older() + 1,
                                cut.newer() + 1)
                        .map(rows -> {
                            var found = new ArrayList<TimelineItem>();
                            rows.forEach(row -> found.add(MessageRow.read(row)));
                            return cut.page(found);
                        }));
    }

    private Uni<TimelineCut> cut(UUID conversationId, TimelinePart part, int limit) {
        return switch (part) {
            case TimelinePart.Newest _ -> Uni.createFrom().item(TimelineCut.atTheEnd(limit));
            case TimelinePart.Before(var cursor) ->
                Uni.createFrom().item(TimelineCut.before(cursor.time(), cursor.number(), limit));
            case TimelinePart.After(var cursor) ->
                Uni.createFrom().item(TimelineCut.after(cursor.time(), cursor.number(), limit));
            case TimelinePart.Around(var message) ->
                database.ask(PLACE, conversationId, message).map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.of(
                                        404,
                                        "message-not-found",
                                        "The message is not in this conversation",
                                        "It does not exist, was deleted, or belongs to another conversation.")
                                .asException();
                    }
                    var row = rows.iterator().next();
                    return TimelineCut.around(
                            row.getOffsetDateTime("platform_at").toInstant(), row.getLong("sequence"), limit);
                });
        };
    }
}
