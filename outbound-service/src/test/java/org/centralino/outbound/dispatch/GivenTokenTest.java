package org.centralino.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Access tokens that are given in the page.
@QuarkusTest
class GivenTokenTest extends Outbound {
    private static final String TOKEN = "/api/numbers/510000000000023/token";
    private static final String CONNECTION = "/api/numbers/510000000000023/connection";
    private static final String WARNING =
            "items.find { it.phoneNumberId == '510000000000023' }.limitations.findAll { it.kind == 'token-expires' }";
    private static final String STOPPED = WARNING.replace("token-expires", "token-refused");
    private static final String NUMBER = """
            {"id":"510000000000023","display_phone_number":"+39 02 9999 0001","verified_name":"Casa Lume","quality_rating":"GREEN",
             "status":"CONNECTED","throughput":{"level":"STANDARD"},"whatsapp_business_manager_messaging_limit":"TIER_2K",
             "health_status":{"can_send_message":"LIMITED","entities":[{"entity_type":"WABA","errors":[{"error_code":141010,
             "error_description":"No payment method","possible_solution":"Add one"}]},
              {"entity_type":"PHONE_NUMBER","can_send_message":"LIMITED","additional_info":["The name waits for approval."]}]}}""";

    private final NumberPlatform numbers = NumberPlatform.INSTANCE;
    private final String fresh = "EAAG" + UUID.randomUUID().toString().replace("-", "");

    @AfterEach
    void takeBack() {
        as("dario").delete(TOKEN).then().statusCode(200).body("source", equalTo("settings"));
    }

    @Test
    void what_is_sent_from_then_on_is_sent_by_it_and_nobody_is_shown_it() {
        numbers.answers(fresh, 200, NUMBER);

        give(fresh)
                .statusCode(200)
                .body("source", equalTo("given"))
                .body("replacedBy", equalTo("Dario Greco"))
                .body(not(containsString(fresh)));

        var reply = reply();
        queue(reply);
        assertAccepted(reply);
        assertThat(platform.callsOf(reply.messageId()).getFirst().authorization())
                .isEqualTo("Bearer " + fresh);
        as("dario").get(TOKEN).then().body("source", equalTo("given")).body(not(containsString(fresh)));
    }

    @Test
    void what_waits_because_the_one_before_is_refused_goes_out_by_it() {
        numbers.answers(fresh, 200, NUMBER);
        var reply = reply();
        platform.on(
                reply.messageId(),
                Stream.generate(() -> takesOnly(fresh)).limit(100).toArray(GraphPlatform.Reaction[]::new));
        queue(reply);
        Patience.await("the number is stopped")
                .until(() -> ask(
                                "select count(*) from sending_lane where stopped_since is not null and ? is not null",
                                UUID.randomUUID())
                        .equals("1"));

        give(fresh).statusCode(200);

        assertAccepted(reply);
        assertThat(platform.callsOf(reply.messageId()).getLast().authorization())
                .isEqualTo("Bearer " + fresh);
    }

    private static GraphPlatform.Reaction takesOnly(String token) {
        return (request, platformId) -> {
            var taken = ("Bearer " + token).equals(request.getHeader("Authorization"));
            (taken ? GraphPlatform.accepts() : GraphPlatform.refusesWith(401, 190)).to(request, platformId);
        };
    }

    @Test
    void what_is_written_down_of_it_is_sealed() throws SQLException {
        numbers.answers(fresh, 200, NUMBER);
        give(fresh).statusCode(200);

        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select access_token::text from access_token")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).contains("v1:test:").doesNotContain(fresh);
        }
    }

    @Test
    void one_that_the_platform_does_not_take_changes_nothing() {
        numbers.answers(fresh, 200, NUMBER);
        give(fresh).statusCode(200);

        give("EAAGwrong")
                .statusCode(422)
                .body("reasonKey", equalTo("token-refused"))
                .body("code", equalTo(190))
                .body("detail", containsString("Invalid OAuth access token (190)"));

        var reply = reply();
        queue(reply);
        assertAccepted(reply);
        assertThat(platform.callsOf(reply.messageId()).getFirst().authorization())
                .isEqualTo("Bearer " + fresh);
    }

    @Test
    void one_that_lacks_a_permission_is_refused_with_its_name_and_nothing_is_changed() {
        numbers.answers(fresh, 200, NUMBER);
        numbers.knows(fresh, "{\"is_valid\":true,\"expires_at\":0,\"scopes\":[\"whatsapp_business_messaging\"]}");

        give(fresh)
                .statusCode(422)
                .body("reasonKey", equalTo("token-lacks-permissions"))
                .body("detail", containsString("It lacks whatsapp_business_management."));

        as("dario").get(TOKEN).then().body("source", equalTo("settings"));
    }

    @Test
    void until_when_it_is_good_is_shown_when_the_platform_says_so() {
        numbers.answers(fresh, 200, NUMBER);
        numbers.knows(
                fresh,
                "{\"is_valid\":true,\"expires_at\":1796000000,\"scopes\":[\"whatsapp_business_messaging\",\"whatsapp_business_management\"]}");

        give(fresh).statusCode(200).body("expiresAt", equalTo("2026-11-30T00:53:20Z"));

        as("dario").get(TOKEN).then().body("expiresAt", equalTo("2026-11-30T00:53:20Z"));
    }

    @Test
    void a_week_before_it_expires_those_are_warned_who_can_replace_it() {
        var ends = Instant.now().plus(Duration.ofDays(6));
        numbers.answers(fresh, 200, NUMBER);
        numbers.knows(
                fresh,
                "{\"is_valid\":true,\"expires_at\":%d,\"scopes\":[\"whatsapp_business_messaging\",\"whatsapp_business_management\"]}"
                        .formatted(ends.getEpochSecond()));

        give(fresh).statusCode(200);

        as("dario")
                .get("/api/numbers")
                .then()
                .body(WARNING + ".day", equalTo(List.of(ends.toString().substring(0, 10))));
        as("anna").get("/api/numbers").then().body(WARNING, empty());
        as("carla").get("/api/numbers").then().body(WARNING, empty());

        as("dario").delete(TOKEN).then().statusCode(200);
        as("dario").get("/api/numbers").then().body(WARNING, empty());
    }

    @Test
    void when_the_platform_gives_no_answer_nothing_is_changed() {
        numbers.answers(fresh, 502, "<html>");

        give(fresh).statusCode(503).body("reasonKey", equalTo("whatsapp-unavailable"));

        as("dario").get(TOKEN).then().body("source", equalTo("settings")).body("replacedBy", nullValue());
    }

    @Test
    void rubbish_is_refused_before_anybody_is_asked() {
        give("").statusCode(400).body("detail", containsString("token must not be empty"));
        give("two words").statusCode(400).body("detail", containsString("without spaces"));
        give("x".repeat(2001)).statusCode(400).body("detail", containsString("at most 2000"));
    }

    @Test
    void only_who_manages_numbers_may() {
        as("anna").get(TOKEN).then().statusCode(403);
        as("anna").delete(TOKEN).then().statusCode(403);
        as("elena")
                .contentType(ContentType.JSON)
                .body(Map.of("token", fresh))
                .put(TOKEN)
                .then()
                .statusCode(403);
        as("dario").get("/api/numbers/1/token").then().statusCode(404);
    }

    @Test
    void what_the_platform_knows_of_the_number_is_asked_by_the_token_in_use() {
        numbers.answers(fresh, 200, NUMBER);
        give(fresh).statusCode(200);

        as("dario")
                .get(CONNECTION)
                .then()
                .statusCode(200)
                .body("verifiedName", equalTo("Casa Lume"))
                .body("quality", equalTo("GREEN"))
                .body("throughput", equalTo("STANDARD"))
                .body("messagingLimit", equalTo("TIER_2K"))
                .body("canSend", equalTo("LIMITED"))
                .body("obstacles", hasSize(2))
                .body("obstacles[0].solution", equalTo("Add one"))
                .body("obstacles[1].entity", equalTo("PHONE_NUMBER"))
                .body("obstacles[1].description", equalTo("The name waits for approval."));
    }

    @Test
    void one_that_is_refused_whatever_was_called_stops_the_number_until_there_is_another() {
        numbers.answers(fresh, 200, NUMBER);
        give(fresh).statusCode(200);
        numbers.refuses(fresh);

        as("dario").get(CONNECTION).then().statusCode(422).body("reasonKey", equalTo("token-refused"));

        Patience.await("the number is shown as stopped")
                .untilAsserted(() -> as("anna").get("/api/numbers").then().body(STOPPED, hasSize(1)));
        var another = fresh + "2";
        numbers.answers(another, 200, NUMBER);
        give(another).statusCode(200);
        Patience.await("the number goes on")
                .untilAsserted(() -> as("anna").get("/api/numbers").then().body(STOPPED, hasSize(0)));
    }

    private static ValidatableResponse give(String token) {
        return as("dario")
                .contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .put(TOKEN)
                .then();
    }
}
