package org.centralino.outbound.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.centralino.events.AccountFact;
import org.centralino.events.AccountFact.Banned;
import org.centralino.events.AccountFact.Limit;
import org.centralino.events.AccountFact.Restricted;
import org.centralino.events.AccountFact.Restriction;
import org.centralino.events.AccountFact.Security;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.AccountReported;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WireFormat;
import org.centralino.testkit.Neighbours;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the platform says of our numbers, from the topic to who asks.
@QuarkusTest
class NumbersTest {
    private static final String OURS = "510000000000023";
    private static final String ACCOUNT = "290000000000017";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private Neighbours neighbours;

    @Inject
    DataSource database;

    @BeforeEach
    void listen() throws SQLException {
        neighbours = new Neighbours();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate account_fact, account_report, unrecognised_part");
        }
    }

    @AfterEach
    void stopListening() {
        neighbours.close();
    }

    @Test
    void whoever_answers_customers_is_told_what_cannot_be_done_and_until_when() {
        tells(account(
                new Restricted(List.of(new Restriction(
                        "RESTRICTED_BIZ_INITIATED_MESSAGING", NOW.plus(7, ChronoUnit.DAYS), "Ask for a review"))),
                NOW));

        Patience.await("the restriction")
                .untilAsserted(() -> as("anna")
                        .get("/api/numbers")
                        .then()
                        .statusCode(200)
                        .body("items[0].phoneNumberId", equalTo(OURS))
                        .body("items[0].name", equalTo("Casa Lume"))
                        .body("items[0].level", equalTo("warning"))
                        .body("items[0].limitations[0].kind", equalTo("no-business-initiated"))
                        .body(
                                "items[0].limitations[0].until",
                                equalTo(NOW.plus(7, ChronoUnit.DAYS).toString()))
                        .body("items[0].limitations[0].remedy", equalTo("Ask for a review")));
    }

    @Test
    void what_was_said_last_holds_in_whatever_order_it_comes() {
        tells(account(new Banned("REINSTATE", null), NOW));
        tells(account(new Banned("DISABLE", null), NOW.minusSeconds(60)));
        tells(number(new Security("PIN_CHANGED", "7788"), NOW));

        Patience.await("all of it").until(() -> count("account_report") == 3);

        as("anna").get("/api/numbers").then().body("items[0].level", equalTo("ok"));
        as("carla")
                .get("/api/numbers/{id}", OURS)
                .then()
                .statusCode(200)
                .body("facts", org.hamcrest.Matchers.hasSize(1))
                .body("facts[0].fact.type", equalTo("ban"))
                .body("facts[0].fact.state", equalTo("REINSTATE"))
                .body("facts[0].ofAccount", equalTo(true));
    }

    @Test
    void the_log_tells_all_that_was_said_the_newest_first_and_each_thing_once() throws SQLException {
        var limit = account(new Limit("TIER_2K", 2000), NOW.minusSeconds(10));
        var id = UUID.randomUUID().toString();
        neighbours.send(Topics.WHATSAPP, "k", id, WireFormat.WHATSAPP, limit);
        neighbours.send(Topics.WHATSAPP, "k", id, WireFormat.WHATSAPP, limit);
        tells(number(new Security("PIN_CHANGED", "7788"), NOW));
        tells(new AccountReported(
                null,
                "390288880001",
                ACCOUNT,
                "security",
                new Security("PIN_CHANGED", null),
                NOW.minusSeconds(20),
                NOW,
                "{}"));

        Patience.await("all of it").until(() -> count("account_report") == 3);

        as("carla")
                .get("/api/numbers/{id}/reports?limit=2", OURS)
                .then()
                .statusCode(200)
                .body("items.fact.type", equalTo(List.of("security", "limit")))
                .body("items[1].fact.customers", equalTo(2000));
        String cursor =
                as("carla").get("/api/numbers/{id}/reports?limit=2", OURS).path("nextCursor");
        as("carla")
                .get("/api/numbers/{id}/reports?limit=2&cursor={cursor}", OURS, cursor)
                .then()
                .body("items.number", equalTo(List.of("390288880001")));
        assertThat(count("account_fact")).isEqualTo(1);
    }

    @Test
    void a_report_as_it_came_is_for_those_who_may_see_it() {
        tells(account(new AccountFact.Other("VERIFIED_ACCOUNT"), NOW));
        Patience.await("the report").until(() -> count("account_report") == 1);
        String id = as("dario").get("/api/numbers/{id}/reports", OURS).path("items[0].id");

        as("dario")
                .get("/api/numbers/reports/{id}/raw", id)
                .then()
                .statusCode(200)
                .body("raw", equalTo("{\"id\":1}"));
        as("carla").get("/api/numbers/reports/{id}/raw", id).then().statusCode(403);
        as("dario")
                .get("/api/numbers/reports/{id}/raw", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void what_nobody_understood_is_counted_and_kept_for_those_who_may_see_it() {
        tells(new PartUnrecognised(
                OURS, "automatic_events", "a field that is not handled yet", NOW, "{\"a\":\"\\u0000\"}"));
        tells(new PartUnrecognised(
                null, "automatic_events", "a field that is not handled yet", NOW.plusSeconds(1), "{}"));
        tells(new PartUnrecognised(null, null, "not JSON that can be read", NOW, "base64:AA=="));
        Patience.await("all of it").until(() -> count("unrecognised_part") == 3);

        as("dario")
                .get("/api/numbers/unrecognised")
                .then()
                .statusCode(200)
                .body("items[0].field", equalTo("automatic_events"))
                .body("items[0].count", equalTo(2))
                .body(
                        "items",
                        hasItem(Map.of(
                                "field",
                                "",
                                "reason",
                                "not JSON that can be read",
                                "count",
                                1,
                                "newest",
                                NOW.toString())));
        var ids = as("dario")
                .get(
                        "/api/numbers/unrecognised/parts?field={field}&reason={reason}",
                        "automatic_events",
                        "a field that is not handled yet")
                .jsonPath()
                .getList("items.id", String.class);
        assertThat(ids).hasSize(2);
        as("dario")
                .get("/api/numbers/unrecognised/parts/{id}/raw", ids.get(1))
                .then()
                .body("raw", equalTo("{\"a\":\"\\u0000\"}"));
        as("carla").get("/api/numbers/unrecognised").then().statusCode(403);
    }

    @Test
    void a_number_of_somebody_else_is_not_there() {
        as("carla").get("/api/numbers/{id}", "510000000000099").then().statusCode(404);
        as("carla").get("/api/numbers/{id}/reports", "510000000000099").then().statusCode(404);
        as("anna").get("/api/numbers/{id}", OURS).then().statusCode(403);
    }

    private void tells(WhatsAppEvent event) {
        neighbours.send(Topics.WHATSAPP, "k", WireFormat.WHATSAPP, event);
    }

    private static AccountReported account(AccountFact fact, Instant at) {
        return new AccountReported(null, null, ACCOUNT, "account_update", fact, at, NOW, "{\"id\":1}");
    }

    private static AccountReported number(AccountFact fact, Instant at) {
        return new AccountReported(OURS, "390299990001", ACCOUNT, "security", fact, at, NOW, "{}");
    }

    private int count(String table) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
