package org.centralino.conversation.thread;

import static org.centralino.kit.database.Rows.instant;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.centralino.conversation.thread.domain.FreeEntry;
import org.centralino.kit.database.Database;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.problem.Problem;

/// Whether messages to a customer cost nothing, by what was written and by what the platform said of it.
@ApplicationScoped
class FreeEntryQueries {
    /// Messages of $3 and later only. $1 is the operator who asks.
    private static final String FIND = """
            select came.at as came, (
                select min(m.platform_at) from message m
                where m.conversation_id = c.id and m.direction = 'OUTBOUND' and m.status <> 'FAILED'
                  and m.platform_at >= came.at) as answered, (
                select max(cast(m.pricing ->> 'freeUntil' as timestamptz)) from message m
                where m.conversation_id = c.id and m.direction = 'OUTBOUND' and m.status <> 'FAILED'
                  and m.platform_at >= $3) as told
            from conversation c cross join lateral (
                select max(m.platform_at) as at from message m
                where m.conversation_id = c.id and m.direction = 'INBOUND' and m.platform_at >= $3
                  and m.context ->> 'referral' is not null) came
            where c.id = $2 and %s""";

    private final Database database;
    private final Clock clock;

    FreeEntryQueries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @return what holds now; fails with 404 when the conversation does not exist or the operator may not
    ///     see it
    Uni<FreeEntry> of(UUID conversationId, Visibility visibility) {
        var now = clock.instant();
        return database.ask(
                        FIND.formatted(visibility.condition("c", "$1")),
                        visibility.operator(),
                        conversationId,
                        now.minus(FreeEntry.MATTERS_FOR).atOffset(ZoneOffset.UTC))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("This conversation").asException();
                    }
                    return read(rows.iterator().next(), now);
                });
    }

    private static FreeEntry read(Row row, Instant now) {
        return FreeEntry.of(instant(row, "came"), instant(row, "answered"), instant(row, "told"), now);
    }
}
