package org.centralino.assignment;

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

/// Putting back dead letters is for administrators, in each service alike.
@QuarkusTest
@RealInfrastructure
class ReplayTest {
    private static final String REPLAY = "/dead-letters/{topic}/replay";

    private static Broker broker;

    @TestHTTPResource(value = "/dead-letters/centralino.conversation.v1/replay", management = true)
    URI managementPort;

    @BeforeAll
    static void connect() {
        broker = new Broker();
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

    @Test
    void nobody_replays_without_the_permission() {
        as("carla").post(REPLAY, Topics.CONVERSATION).then().statusCode(403).body("reasonKey", equalTo("not-allowed"));
    }

    @Test
    void who_reaches_the_management_port_replays_nothing() {
        given().post(managementPort).then().statusCode(404);
    }

    @Test
    void an_administrator_puts_back_what_was_set_aside() {
        var key = UUID.randomUUID();
        broker.send(
                Topics.CONVERSATION, key.toString(), "poison-" + key, "conversation.opened.v1", "{".getBytes(UTF_8));
        broker.records(Topics.deadLetterOf(Topics.CONVERSATION), Broker.of(key), 1);

        as("dario")
                .post(REPLAY, Topics.CONVERSATION)
                .then()
                .statusCode(200)
                .body("topic", equalTo(Topics.CONVERSATION))
                .body("replayed", greaterThanOrEqualTo(1));

        assertThat(broker.records(Topics.CONVERSATION, Broker.of(key), 2))
                .extracting(found -> Broker.header(found, "ce_id"))
                .containsOnly("poison-" + key);
    }

    @Test
    void a_topic_without_dead_letters_is_explained() {
        as("dario").post(REPLAY, "nonsense").then().statusCode(404).body("topics", hasItem(Topics.CONVERSATION));
    }
}
