package org.centralino.conversation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.centralino.events.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Putting back dead letters is for administrators.
@QuarkusTest
@RealInfrastructure
class ReplayTest {
    private static final String REPLAY = "/dead-letters/{topic}/replay";

    private static Platform platform;

    @TestHTTPResource(value = "/dead-letters/centralino.whatsapp.v1/replay", management = true)
    URI managementPort;

    @BeforeAll
    static void connect() {
        platform = new Platform();
    }

    @AfterAll
    static void disconnect() {
        platform.close();
    }

    @Test
    void nobody_replays_without_the_permission() {
        as("carla").post(REPLAY, Topics.WHATSAPP).then().statusCode(403).body("reasonKey", equalTo("not-allowed"));
    }

    @Test
    void who_reaches_the_management_port_replays_nothing() {
        given().post(managementPort).then().statusCode(404);
    }

    @Test
    void an_administrator_puts_back_what_was_set_aside() {
        var key = UUID.randomUUID();
        platform.send(
                Topics.WHATSAPP, key.toString(), "poison-" + key, "whatsapp.message-received.v1", "{".getBytes(UTF_8));
        platform.records(Topics.deadLetterOf(Topics.WHATSAPP), Platform.of(key), 1);

        as("dario")
                .post(REPLAY, Topics.WHATSAPP)
                .then()
                .statusCode(200)
                .body("topic", equalTo(Topics.WHATSAPP))
                .body("replayed", greaterThanOrEqualTo(1));

        assertThat(platform.records(Topics.WHATSAPP, Platform.of(key), 2))
                .extracting(found -> Platform.header(found, "ce_id"))
                .containsOnly("poison-" + key);
    }

    @Test
    void a_topic_without_dead_letters_is_explained() {
        as("dario").post(REPLAY, "nonsense").then().statusCode(404).body("topics", hasItem(Topics.WHATSAPP));
    }
}
