package org.centralino.outbound.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.centralino.events.Person;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two numbers of one account, the first of which has an access token that the platform refuses.
@QuarkusTest
class TwoNumbersOfAnAccountTest {
    private static final String FIRST = "510000000000023";
    private static final String SECOND = "510000000000077";
    private static final String TEMPLATES = "/api/numbers/%s/templates".formatted(FIRST);

    private static final Map<String, ?> DRAFT =
            Map.of("name", "saluti", "language", "it", "category", "utility", "body", "Tanti saluti da Casa Lume.");

    private final TemplatePlatform platform = TemplatePlatform.INSTANCE;
    private final String ofSecond = "EAAG" + UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    OwnNumbers numbers;

    @Inject
    AccessTokens tokens;

    @BeforeEach
    void add() throws SQLException {
        execute("""
                insert into channel (phone_number_id, number, name, account_id, of_settings, added_at, told_at)
                values ('%s', '390299990077', 'Casa Lume 2', '290000000000017', false, now(), now())""".formatted(SECOND));
        await(() -> numbers.look());
        await(() -> tokens.replace(SECOND, ofSecond, new Person(UUID.randomUUID(), "Dario Greco")));
        platform.hasNone();
        platform.changes();
    }

    @AfterEach
    void remove() throws SQLException {
        platform.refuses("");
        await(() -> tokens.forget(SECOND));
        execute("delete from channel where phone_number_id = '%s'".formatted(SECOND));
        await(() -> numbers.look());
    }

    @Test
    void its_templates_are_read_and_changed_by_the_token_of_the_other() {
        platform.has("770041", template("saluti"));
        platform.refuses("the-test-token");

        as("carla").post(TEMPLATES + "/sync").then().statusCode(202);

        Patience.await("it is read")
                .untilAsserted(() -> as("carla")
                        .get(TEMPLATES)
                        .then()
                        .body("items.template.id", hasItem("770041"))
                        .body("sync.error", nullValue()));
        as("carla").delete(TEMPLATES + "/770041").then().statusCode(204);
        assertThat(platform.changes())
                .extracting(TemplatePlatform.Asked::authorization)
                .containsExactly("Bearer the-test-token", "Bearer " + ofSecond);
    }

    @Test
    void one_that_both_have_is_tried_once_and_refused_in_the_platforms_words() {
        platform.refuses("the-test-token");
        await(() -> tokens.forget(SECOND));

        as("carla")
                .contentType(ContentType.JSON)
                .body(DRAFT)
                .post(TEMPLATES)
                .then()
                .statusCode(409)
                .body("error.code", equalTo(190));

        assertThat(platform.changes())
                .extracting(TemplatePlatform.Asked::authorization)
                .containsExactly("Bearer the-test-token");
    }

    private static JsonObject template(String name) {
        return new JsonObject()
                .put("name", name)
                .put("language", "it")
                .put("status", "APPROVED")
                .put("category", "UTILITY")
                .put(
                        "components",
                        new JsonArray()
                                .add(new JsonObject().put("type", "BODY").put("text", "Tanti saluti da Casa Lume.")));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(Supplier<Uni<?>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> work.get().replaceWithVoid());
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
