package org.centralino.conversation.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.answered;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.conversation.Desk.resolve;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.Access;
import org.centralino.events.InboxEvent.Counted;
import org.centralino.events.InboxEvent.Group;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class InboxCountsTest {
    private static final String BY_VISIBILITY_AND_STATE = """
            select phone_number_id, team_id, assignee_id, status, count(*) as conversations from conversation
            group by phone_number_id, team_id, assignee_id, status""";
    private static final String COUNTED = """
            select count(*) filter (where status = 'OPEN' and assignee_id = $1) as mine,
                   count(*) filter (where status = 'OPEN' and assignee_id is null) as unassigned,
                   count(*) filter (where status = 'OPEN') as all,
                   count(*) filter (where status = 'OPEN' and failed) as failed,
                   count(*) filter (where status = 'RESOLVED') as resolved
            from conversation where $1::uuid is not null and %s""";

    @Inject
    Pool database;

    @BeforeEach
    void a_conversation_of_each_kind() {
        written(Platform.somebody(), "Nobody has answered yet");
        heldByAnna();
        resolve("anna", heldByAnna(), 1).statusCode(200);
        var failed = heldByAnna();
        PLATFORM.refused(failed, answered(failed, 1));
        await("its answer failed").until(() -> conversation(failed).extract().path("failed"));
    }

    @Test
    void who_sees_everything_is_told_as_many_as_there_are() {
        assertThat(counts("carla")).isEqualTo(counted(Operators.CARLA.id(), "true"));
    }

    @Test
    void who_sees_only_his_own_is_told_how_many_of_those_there_are() {
        Operators.signUp("counted.sees.own", Permission.SEE_OWN);

        assertThat(counts("counted.sees.own")).isEqualTo(counted(new UUID(0, 0), "assignee_id is null"));
    }

    @Test
    void everybody_is_told_what_there_is_soon_after_it_changed() {
        await("what was told last is what there is").until(() -> newest().equals(inTheDatabase()));
    }

    @Test
    void everybody_is_told_in_how_many_a_message_failed() {
        await("what was told last is what there is")
                .until(() -> newestOf(Group::failed).equals(sums("""
                        select phone_number_id, team_id, assignee_id, status, count(*) filter (where failed) as conversations
                        from conversation group by phone_number_id, team_id, assignee_id, status""")));
    }

    @Test
    void what_was_added_up_equals_what_there_is() {
        await("the numbers are equal").until(() -> sums("""
                                select phone_number_id, team_id, assignee_id, status, conversations from inbox_count
                                where conversations <> 0""").equals(inTheDatabase()));
    }

    private static Map<String, Long> counts(String operator) {
        Map<String, Integer> counts = as(operator)
                .get("/api/conversations/counts")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().longValue()));
    }

    private Map<String, Long> counted(UUID operator, String visible) {
        var row = database.preparedQuery(COUNTED.formatted(visible))
                .execute(Tuple.of(operator))
                .await()
                .indefinitely()
                .iterator()
                .next();
        return Map.of(
                "mine", row.getLong("mine"),
                "unassigned", row.getLong("unassigned"),
                "all", row.getLong("all"),
                "failed", row.getLong("failed"),
                "resolved", row.getLong("resolved"));
    }

    /// What the newest record says, by visibility and state.
    private static Map<String, Long> newest() {
        return newestOf(Group::conversations);
    }

    private static Map<String, Long> newestOf(Function<Group, Long> number) {
        var record = PLATFORM.records(Topics.INBOX, _ -> true, 1).getLast();
        var told = (Counted) WireFormat.INBOX.read("inbox.counted.v1", record.value());
        return told.groups().stream()
                .collect(Collectors.toMap(
                        group -> key(group.access(), group.status().name()), number));
    }

    private Map<String, Long> inTheDatabase() {
        return sums(BY_VISIBILITY_AND_STATE);
    }

    private Map<String, Long> sums(String sql) {
        var sums = new HashMap<String, Long>();
        database.query(sql)
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> sums.put(key(access(row), row.getString("status")), row.getLong("conversations")));
        return sums;
    }

    private static Access access(Row row) {
        return new Access(row.getString("phone_number_id"), row.getUUID("team_id"), row.getUUID("assignee_id"));
    }

    private static String key(Access access, String status) {
        return access + " " + status;
    }
}
