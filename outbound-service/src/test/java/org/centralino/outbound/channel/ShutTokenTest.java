package org.centralino.outbound.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.channel.ChannelPlatform.ACCOUNT;
import static org.centralino.outbound.channel.ChannelPlatform.TURIN;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A token that none of the keys opens, as a replica meets one that has the old keys still.
@QuarkusTest
class ShutTokenTest {
    private static final String SEALED_ELSEWHERE = "v1:newer:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final ChannelPlatform platform = ChannelPlatform.INSTANCE;
    private final String token = "EAAGgood" + UUID.randomUUID().toString().replace("-", "");

    @Inject
    DataSource database;

    @Inject
    AccessTokens tokens;

    @BeforeEach
    void connect() {
        platform.forget();
        as("dario")
                .contentType(ContentType.JSON)
                .body(Map.of("phoneNumberId", TURIN, "accountId", ACCOUNT, "token", token))
                .post("/api/numbers")
                .then()
                .statusCode(201);
    }

    @AfterEach
    void remove() {
        platform.forget();
        as("dario").delete("/api/numbers/{id}", TURIN).then().statusCode(204);
    }

    @Test
    void a_number_whose_token_stays_shut_is_called_by_no_token_at_all_until_it_has_another() throws SQLException {
        execute("update access_token set sealed = '%s', replaced_at = now() where phone_number_id = '%s'"
                .formatted(SEALED_ELSEWHERE, TURIN));
        Patience.await("that it cannot be opened").until(() -> tokens.isShut(TURIN));
        platform.forget();

        as("carla")
                .get("/api/numbers/{id}/connection", TURIN)
                .then()
                .statusCode(503)
                .body("reasonKey", equalTo("token-shut"));
        as("dario")
                .contentType(ContentType.JSON)
                .body(Map.of("to", "+39 347 555 0198"))
                .post("/api/numbers/{id}/setup/test-message", TURIN)
                .then()
                .statusCode(503);
        assertThat(platform.callsOf("")).isEmpty();
        Patience.await("that nobody sends by it")
                .untilAsserted(() -> as("dario")
                        .get("/api/numbers/{id}", TURIN)
                        .then()
                        .body("health.level", equalTo("stopped"))
                        .body("health.limitations.kind", hasItem("token-shut")));

        as("dario")
                .contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .put("/api/numbers/{id}/token", TURIN)
                .then()
                .statusCode(200);
        as("carla").get("/api/numbers/{id}/connection", TURIN).then().statusCode(200);
    }

    @Test
    void one_that_another_replica_has_only_sealed_anew_is_the_one_that_is_known() throws SQLException {
        execute("update access_token set sealed = '%s' where phone_number_id = '%s'"
                .formatted(SEALED_ELSEWHERE, TURIN));

        tokens.look().await().indefinitely();

        assertThat(tokens.of(TURIN)).isEqualTo(token);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
