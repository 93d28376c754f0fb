package org.centralino.outbound.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.channel.ChannelPlatform.ACCOUNT;
import static org.centralino.outbound.channel.ChannelPlatform.CATALOGUE;
import static org.centralino.outbound.channel.ChannelPlatform.ROME;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A number gets a catalogue, and its products are looked at.
@QuarkusTest
class CatalogueTest {
    private final ChannelPlatform platform = ChannelPlatform.INSTANCE;
    private final String token = "EAAGgood" + UUID.randomUUID().toString().replace("-", "");

    @Inject
    DataSource database;

    @BeforeEach
    void add() {
        platform.forget();
        as("dario").delete("/api/numbers/{id}", ROME);
        as("dario")
                .contentType(ContentType.JSON)
                .body(Map.of("phoneNumberId", ROME, "accountId", ACCOUNT, "name", "Roma", "token", token))
                .post("/api/numbers")
                .then()
                .statusCode(201)
                .body("catalogId", nullValue());
    }

    @AfterEach
    void takeAway() {
        platform.forget();
        as("dario").delete("/api/numbers/{id}", ROME);
    }

    @Test
    void the_catalogues_of_the_account_are_offered_and_the_one_that_is_chosen_is_shown() {
        as("dario")
                .get("/api/numbers/{id}/catalogues", ROME)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(CATALOGUE)))
                .body("items.name", equalTo(List.of("Bottega Rossi")));

        choose(CATALOGUE).statusCode(200).body("catalogId", equalTo(CATALOGUE)).body("name", equalTo("Roma"));

        as("anna")
                .get("/api/numbers")
                .then()
                .body("items.find { it.phoneNumberId == '%s' }.catalogId".formatted(ROME), equalTo(CATALOGUE));
        choose("").statusCode(200).body("catalogId", nullValue());
    }

    @Test
    void what_another_replica_was_told_is_said_by_this_one_at_once() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update channel set catalog_id = '%s' where phone_number_id = '%s'".formatted(CATALOGUE, ROME));
        }

        as("anna")
                .get("/api/numbers")
                .then()
                .body("items.find { it.phoneNumberId == '%s' }.catalogId".formatted(ROME), equalTo(CATALOGUE));
    }

    @Test
    void a_catalogue_that_whatsapp_does_not_show_is_not_chosen() {
        platform.answers(
                "products", 400, "{\"error\":{\"code\":100,\"error_subcode\":33,\"message\":\"does not exist\"}}");

        choose(CATALOGUE).statusCode(422).body("reasonKey", equalTo("catalogue-unknown"));

        platform.refuses("products", 10);
        choose(CATALOGUE).statusCode(422).body("reasonKey", equalTo("catalogue-unknown"));
        choose("seven").statusCode(400).body("reasonKey", equalTo("invalid-request"));
        as("dario").get("/api/numbers/{id}/setup", ROME).then().body("catalogId", nullValue());
    }

    @Test
    void its_products_are_had_page_after_page_by_the_token_of_the_number_and_looked_for_by_name() {
        choose(CATALOGUE);
        platform.forget();

        as("anna")
                .get("/api/numbers/{id}/products", ROME)
                .then()
                .statusCode(200)
                .body("catalogId", equalTo(CATALOGUE))
                .body("items.productId", equalTo(List.of("LUME-01")))
                .body("items[0].price", equalTo("89,00 €"))
                .body("nextCursor", equalTo("there"));
        as("anna")
                .queryParam("cursor", "there")
                .get("/api/numbers/{id}/products", ROME)
                .then()
                .body("items.available", equalTo(List.of(true, false)))
                .body("nextCursor", nullValue());
        as("anna").queryParam("q", "lampada \"blu\" &").get("/api/numbers/{id}/products", ROME);

        assertThat(platform.callsOf("/products"))
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.authorization()).isEqualTo("Bearer " + token));
        assertThat(URLDecoder.decode(platform.callsOf("/products").getLast().query(), StandardCharsets.UTF_8))
                .contains("{\"name\":{\"i_contains\":\"lampada \\\"blu\\\" &\"}}");
    }

    @Test
    void without_a_catalogue_there_are_no_products_and_whoever_may_not_reply_sees_none() {
        as("anna")
                .get("/api/numbers/{id}/products", ROME)
                .then()
                .statusCode(409)
                .body("reasonKey", equalTo("no-catalogue"));
        choose(CATALOGUE);
        as("elena").get("/api/numbers/{id}/products", ROME).then().statusCode(403);
        as("anna").get("/api/numbers/{id}/catalogues", ROME).then().statusCode(403);
        as("anna")
                .queryParam("q", "x".repeat(201))
                .get("/api/numbers/{id}/products", ROME)
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse choose(String catalogue) {
        return as("dario")
                .contentType(ContentType.JSON)
                .body(Map.of("catalogId", catalogue))
                .patch("/api/numbers/{id}", ROME)
                .then();
    }
}
