package org.centralino.conversation.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists, each test's on a number of its own.
@QuarkusTest
@RealInfrastructure
class InboxResourceTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-22T12:00:00.123456Z");
    private static final UUID NOBODY = null;
    static final String CONTACT = "insert into contact (id, name, created_at) values ($1, 'Giulia Ferri', $2)";
    static final String CONVERSATION = """
            insert into conversation (id, phone_number_id, contact_id, version, status, epoch, assignee_id, assignee_name,
              last_sequence, answered_through, newest_since, newest_shown_at, last_activity_at, created_at)
            values ($1, $2, $3, 1, 'OPEN', 1, $4::uuid, case when $4::uuid is null then null else 'Bruno' end,
              0, 0, 1, $5, $5, $5)""";

    @Inject
    Pool database;

    private String number;

    @BeforeEach
    void a_number_of_its_own() {
        number = Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000L, 999_999_999_999L));
    }

    @Test
    void a_list_is_read_down_and_up_again_without_a_gap_also_where_times_are_equal() {
        var expected = twentyOfWhichManyAreEqual();

        var down = new ArrayList<String>();
        var page = list("limit=3");
        page.body("previousCursor", equalTo(null));
        var last = page;
        for (var cursor = cursor(page, "next"); true; cursor = cursor(last, "next")) {
            down.addAll(ids(last));
            if (cursor == null) {
                break;
            }
            last = list("limit=3&cursor=" + cursor);
        }
        assertThat(down).isEqualTo(expected);

        var up = new ArrayList<>(ids(last));
        for (var newer = cursor(last, "previous"); newer != null; newer = cursor(page, "previous")) {
            page = list("limit=3&newer=" + newer);
            up.addAll(0, ids(page));
        }
        assertThat(up).isEqualTo(expected);
    }

    @Test
    void a_page_read_upwards_leads_down_again() {
        var expected = twentyOfWhichManyAreEqual();
        var second = list("limit=5&cursor=" + cursor(list("limit=5"), "next"));

        var first = list("limit=2&newer=" + cursor(second, "previous"));

        assertThat(ids(first)).isEqualTo(expected.subList(3, 5));
        assertThat(ids(list("limit=5&cursor=" + cursor(first, "next")))).isEqualTo(expected.subList(5, 10));
    }

    @Test
    void what_came_to_the_top_meanwhile_is_found_on_the_way_up_once() {
        twentyOfWhichManyAreEqual();
        var first = list("limit=5");
        var second = list("limit=5&cursor=" + cursor(first, "next"));
        var moved = UUID.fromString(ids(second).get(2));
        database.preparedQuery("update conversation set last_activity_at = $1 where id = $2")
                .executeAndAwait(Tuple.of(NOON.plusDays(1), moved));
        var fresh = conversation(NOBODY, NOON.plusDays(2));

        var up = list("limit=100&newer=" + cursor(second, "previous"));

        assertThat(ids(up))
                .isEqualTo(Stream.concat(Stream.of(fresh.toString(), moved.toString()), ids(first).stream())
                        .toList());
        up.body("previousCursor", equalTo(null));
    }

    @Test
    void up_from_the_top_there_is_nothing() {
        conversation(NOBODY, NOON);
        conversation(NOBODY, NOON.minusDays(1));
        var second = list("limit=1&cursor=" + cursor(list("limit=1"), "next"));
        var first = list("limit=100&newer=" + cursor(second, "previous"));
        assertThat(ids(first)).hasSize(1);

        database.preparedQuery("update conversation set status = 'RESOLVED' where phone_number_id = $1")
                .executeAndAwait(Tuple.of(number));

        var nothing = list("newer=" + cursor(second, "previous"));
        assertThat(ids(nothing)).isEmpty();
        nothing.body("nextCursor", equalTo(null)).body("previousCursor", equalTo(null));
    }

    @Test
    void a_list_of_one_number_holds_no_other() {
        var here = conversation(NOBODY, NOON);
        a_number_of_its_own();
        conversation(NOBODY, NOON);

        var there = list("limit=100");

        assertThat(ids(there)).hasSize(1).doesNotContain(here.toString());
    }

    @Test
    void those_that_are_named_are_answered_without_what_may_not_be_seen_or_is_not_there() {
        Operators.signUp("names.some", Permission.SEE_OWN);
        var older = conversation(NOBODY, NOON.minusDays(1));
        var newer = conversation(NOBODY, NOON);
        var brunos = conversation(Operators.BRUNO.id(), NOON);
        var named = Stream.of(older, brunos, UUID.randomUUID(), newer, older)
                .map(UUID::toString)
                .collect(Collectors.joining(","));

        assertThat(ids(get("names.some", "ids=" + named).statusCode(200)))
                .containsExactly(newer.toString(), older.toString());
        assertThat(ids(get("carla", "ids=" + named).statusCode(200)))
                .containsExactlyInAnyOrder(newer.toString(), older.toString(), brunos.toString());
    }

    @Test
    void a_hundred_can_be_named_at_once_and_no_more() {
        var hundred = IntStream.range(0, 100)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .collect(Collectors.joining(","));

        get("carla", "ids=" + hundred).statusCode(200);
        get("carla", "ids=" + hundred + "," + UUID.randomUUID())
                .statusCode(400)
                .body("detail", equalTo("ids must be at most 100, and here are 101."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ids=,                                            | ids must be ids of conversations
            ids=giulia                                       | ids must be ids of conversations
            ids=01a1f452-5980-73a9-941c-5f0e2a6c8d10,        | ids must be ids of conversations
            ids=01a1f452-5980-73a9-941c-5f0e2a6c8d10&view=all | Give ids without any other parameter.
            view=everything                                  | view must be one of mine, unassigned, all, failed, resolved.
            phoneNumberId=39%200299                          | phoneNumberId must be the id of a number, in digits.
            """)
    void what_cannot_be_asked_is_refused_with_the_reason(String query, String problem) {
        as("carla")
                .urlEncodingEnabled(false)
                .get("/api/conversations?" + query)
                .then()
                .statusCode(400)
                .body("detail", startsWith(problem));
    }

    @Test
    void up_and_down_at_once_is_refused() {
        conversation(NOBODY, NOON);
        conversation(NOBODY, NOON);
        var cursor = cursor(list("limit=1"), "next");

        get("carla", "cursor=%1$s&newer=%1$s".formatted(cursor))
                .statusCode(400)
                .body("detail", equalTo("Give only one of cursor and newer."));
        get("carla", "newer=AAAA").statusCode(400).body("reasonKey", equalTo("invalid-cursor"));
    }

    /// @return their ids as they are to be listed
    private List<String> twentyOfWhichManyAreEqual() {
        record Listed(OffsetDateTime at, String id) {}
        return IntStream.range(0, 20)
                .mapToObj(n -> {
                    var at = NOON.minusHours(n / 7);
                    return new Listed(at, conversation(NOBODY, at).toString());
                })
                .sorted(Comparator.comparing(Listed::at)
                        .thenComparing(Listed::id)
                        .reversed())
                .map(Listed::id)
                .toList();
    }

    private UUID conversation(UUID assignee, OffsetDateTime at) {
        var id = UUID.randomUUID();
        var contact = UUID.randomUUID();
        database.preparedQuery(CONTACT).executeAndAwait(Tuple.of(contact, at));
        database.preparedQuery(CONVERSATION).executeAndAwait(Tuple.of(id, number, contact, assignee, at));
        return id;
    }

    private ValidatableResponse list(String query) {
        return get("carla", "phoneNumberId=" + number + "&" + query).statusCode(200);
    }

    private static ValidatableResponse get(String operator, String query) {
        return as(operator).get("/api/conversations?" + query).then();
    }

    private static List<String> ids(ValidatableResponse page) {
        return page.extract().path("items.id");
    }

    private static String cursor(ValidatableResponse page, String which) {
        return page.extract().path(which + "Cursor");
    }
}
