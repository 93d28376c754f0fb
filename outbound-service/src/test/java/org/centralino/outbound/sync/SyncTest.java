package org.centralino.outbound.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.centralino.events.PlatformError;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.SyncProgressed;
import org.centralino.events.WireFormat;
import org.centralino.testkit.Neighbours;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Asking the phone for what it has, and how far that has come.
@QuarkusTest
class SyncTest {
    private static final String OURS = "510000000000023";

    private final SyncPlatform platform = SyncPlatform.INSTANCE;
    private Neighbours neighbours;

    @Inject
    DataSource database;

    @BeforeEach
    void listen() throws SQLException {
        neighbours = new Neighbours();
        platform.calls();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate sync_request, sync_piece");
        }
    }

    @AfterEach
    void stopListening() {
        neighbours.close();
    }

    @Test
    void the_phone_is_asked_once_and_who_asked_is_told() {
        ask("history").statusCode(200).body("state", equalTo("asked")).body("askedBy", equalTo("Dario Greco"));
        ask("history").statusCode(200).body("state", equalTo("asked")).body("mayAsk", equalTo(false));

        assertThat(platform.calls()).singleElement().satisfies(call -> {
            assertThat(call.path()).endsWith("/" + OURS + "/smb_app_data");
            assertThat(call.authorization()).isEqualTo("Bearer the-test-token");
            assertThat(call.body().getString("sync_type")).isEqualTo("history");
            assertThat(call.body().getString("messaging_product")).isEqualTo("whatsapp");
        });
    }

    @Test
    void the_address_book_is_asked_for_apart_from_the_history() {
        ask("contacts")
                .statusCode(200)
                .body("state", equalTo("none"))
                .body("contacts.askedBy", equalTo("Dario Greco"))
                .body("contacts.error", nullValue());

        assertThat(platform.calls())
                .singleElement()
                .satisfies(
                        call -> assertThat(call.body().getString("sync_type")).isEqualTo("smb_app_state_sync"));
    }

    @Test
    void what_the_platform_refuses_stands_with_its_reason_and_may_be_asked_for_again() {
        platform.answers(400, "{\"error\":{\"code\":2593108,\"message\":\"Too late\"}}");

        ask("history")
                .statusCode(200)
                .body("state", equalTo("refused"))
                .body("error.code", equalTo(2593108))
                .body("mayAsk", equalTo(true));

        ask("history").statusCode(200).body("state", equalTo("asked")).body("error", nullValue());
    }

    @Test
    void when_the_platform_does_not_answer_it_counts_as_not_asked() {
        platform.answers(502, "<html>");

        ask("history").statusCode(503).body("type", equalTo("/problems/whatsapp-unavailable"));

        sync().body("state", equalTo("none"));
    }

    @Test
    void pieces_move_it_on_each_once_until_it_is_whole() {
        var piece = new SyncProgressed(OURS, 1, 3, 55, 120, null, Instant.now(), "{}");
        var id = UUID.randomUUID().toString();
        tells(id, piece);
        tells(id, piece);
        tells(UUID.randomUUID().toString(), new SyncProgressed(OURS, 0, 1, 30, 80, null, Instant.now(), "{}"));

        Patience.await("both pieces").untilAsserted(() -> sync().body("messages", equalTo(200)));
        sync().body("state", equalTo("running"))
                .body("progress", equalTo(55))
                .body("heardAt", notNullValue())
                .body("mayAsk", equalTo(false));

        tells(UUID.randomUUID().toString(), new SyncProgressed(OURS, 2, 9, 100, 1, null, Instant.now(), "{}"));
        Patience.await("the end").untilAsserted(() -> sync().body("state", equalTo("complete")));
    }

    @Test
    void that_the_phone_hands_over_nothing_is_an_end() {
        tells(
                UUID.randomUUID().toString(),
                new SyncProgressed(
                        OURS, null, null, null, 0, new PlatformError(2593109, "Off", null), Instant.now(), "{}"));

        Patience.await("that it was declined")
                .untilAsserted(() -> sync().body("state", equalTo("declined")).body("error.code", equalTo(2593109)));
    }

    @Test
    void only_who_may_asks_and_only_for_a_number_of_ours() {
        as("carla")
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "history"))
                .post("/api/numbers/{id}/sync", OURS)
                .then()
                .statusCode(403);
        as("anna").get("/api/numbers/{id}/sync", OURS).then().statusCode(403);
        as("dario").get("/api/numbers/{id}/sync", "510000000000099").then().statusCode(404);
        ask("everything").statusCode(400);
        assertThat(platform.calls()).isEmpty();
    }

    private void tells(String id, SyncProgressed piece) {
        neighbours.send(Topics.WHATSAPP, "k", id, WireFormat.WHATSAPP, piece);
    }

    private static ValidatableResponse ask(String kind) {
        return as("dario")
                .contentType(ContentType.JSON)
                .body(Map.of("kind", kind))
                .post("/api/numbers/{id}/sync", OURS)
                .then();
    }

    private static ValidatableResponse sync() {
        return as("carla").get("/api/numbers/{id}/sync", OURS).then().statusCode(200);
    }
}
