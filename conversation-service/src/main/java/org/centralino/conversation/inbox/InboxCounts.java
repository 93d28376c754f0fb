package org.centralino.conversation.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.centralino.events.Access;
import org.centralino.events.ConversationState;
import org.centralino.events.InboxEvent.Counted;
import org.centralino.events.InboxEvent.Group;
import org.centralino.kit.database.Database;
import org.centralino.kit.inbox.InboxView;
import org.centralino.kit.operator.Visibility;

/// How many conversations there are, without counting them: the database notes each change, and here they are added
/// up.
@ApplicationScoped
class InboxCounts {
    private static final int CHANGES_AT_ONCE = 20_000;

    private static final String ADD_UP = """
            with change as (
              delete from inbox_count_change where position = any (array(
                select position from inbox_count_change order by position limit %d for update skip locked))
              returning *),
            added as (
              insert into inbox_count as c (phone_number_id, team_id, assignee_id, status, conversations)
              select phone_number_id, team_id, assignee_id, status, sum(conversations) from change
              group by phone_number_id, team_id, assignee_id, status having sum(conversations) <> 0
              order by phone_number_id, team_id, assignee_id, status
              on conflict (phone_number_id, team_id, assignee_id, status)
                do update set conversations = c.conversations + excluded.conversations)
            select count(*) as changes from change""".formatted(CHANGES_AT_ONCE);

    private static final String GROUPS = """
            select g.phone_number_id, g.team_id, g.assignee_id, g.status, g.conversations,
              coalesce(f.failed, 0) as failed
            from inbox_count g
            left join (
              select phone_number_id, team_id, assignee_id, status, count(*) as failed from conversation where failed
              group by phone_number_id, team_id, assignee_id, status) f
              on (f.phone_number_id, f.team_id, f.assignee_id, f.status)
                is not distinct from (g.phone_number_id, g.team_id, g.assignee_id, g.status)
            where g.conversations <> 0""";

    /// What was noted since they were last added up counts as well. Those in which a message failed are few: they are
    /// counted one by one, and moved from the others.
    private static final String VISIBLE = """
            select $1::uuid as operator, %s from (
              select phone_number_id, team_id, assignee_id, status, false as failed, conversations from inbox_count
              union all
              select phone_number_id, team_id, assignee_id, status, false, conversations from inbox_count_change
              union all
              select f.phone_number_id, f.team_id, f.assignee_id, f.status, side.failed, side.conversations
              from conversation f cross join (values (true, 1), (false, -1)) as side (failed, conversations)
              where f.failed) c
            where %s""";

    private final Database database;
    private final Clock clock;

    InboxCounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Adds up what was noted.
    ///
    /// @return whether there was anything
    Uni<Boolean> addUp() {
        return database.ask(ADD_UP).chain(rows -> {
            var changes = rows.iterator().next().getLong("changes");
            return changes < CHANGES_AT_ONCE ? Uni.createFrom().item(changes > 0) : addUp().replaceWith(true);
        });
    }

    /// @return all of them, for everybody
    Uni<Counted> counted() {
        return database.ask(GROUPS).map(rows -> {
            var groups = new ArrayList<Group>();
            rows.forEach(row -> groups.add(group(row)));
            return new Counted(groups, clock.instant());
        });
    }

    /// @return how many conversations each list holds for one operator
    Uni<Counts> of(Visibility visibility) {
        var parameters = new SqlParameters(visibility.operator());
        var counts = InboxView.ALL.stream()
                .map(view -> "coalesce(sum(c.conversations) filter (where %s), 0)::bigint as %s"
                        .formatted(view.filter().condition("c", "$1", parameters::add), view.name()))
                .collect(Collectors.joining(", "));
        return database.ask(VISIBLE.formatted(counts, visibility.condition("c", "$1")), parameters.all())
                .map(rows -> {
                    var row = rows.iterator().next();
                    return new Counts(
                            row.getLong("mine"),
                            row.getLong("unassigned"),
                            row.getLong("all"),
                            row.getLong("failed"),
                            row.getLong("resolved"));
                });
    }

    private static Group group(Row row) {
        return new Group(
                new Access(row.getString("phone_number_id"), row.getUUID("team_id"), row.getUUID("assignee_id")),
                ConversationState.Status.valueOf(row.getString("status")),
                row.getLong("conversations"),
                row.getLong("failed"));
    }
}
