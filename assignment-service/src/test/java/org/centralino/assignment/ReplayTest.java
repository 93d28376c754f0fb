package org.centralino.assignment;

import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.centralino.events.Topics;
import org.junit.jupiter.api.Test;

/// Dead letters are put back by the service that tells the topic; others have no right on Kafka to.
@QuarkusTest
@RealInfrastructure
class ReplayTest {
    private static final String REPLAY = "/dead-letters/{topic}/replay";

    @Test
    void nobody_replays_without_the_permission() {
        as("carla").post(REPLAY, Topics.ASSIGNMENT).then().statusCode(403).body("reasonKey", equalTo("not-allowed"));
    }

    @Test
    void its_own_topic_is_replayed() {
        as("dario").post(REPLAY, Topics.ASSIGNMENT).then().statusCode(200).body("topic", equalTo(Topics.ASSIGNMENT));
    }

    @Test
    void the_letters_of_another_services_topic_are_left_to_it() {
        try (var broker = new Broker()) {
            broker.send(
                    Topics.deadLetterOf(Topics.CONVERSATION), "key", "poison", "conversation.opened.v1", new byte[0]);
        }

        as("dario")
                .post(REPLAY, Topics.CONVERSATION)
                .then()
                .statusCode(404)
                .body("detail", containsString("Ask the service that tells it"));
    }
}
