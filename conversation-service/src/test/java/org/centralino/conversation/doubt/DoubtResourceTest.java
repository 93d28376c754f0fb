package org.centralino.conversation.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.answered;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.awaitStatus;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.conversation.Desk.isWaiting;
import static org.centralino.conversation.Desk.ofMessage;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.centralino.testkit.Operators.CARLA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.RealInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class DoubtResourceTest {

    @Test
    void a_message_that_arrived_is_an_answer() {
        var conversation = heldByAnna();
        var message = inDoubt(conversation);
        assertThat(isWaiting(conversation)).isTrue();

        settle("anna", conversation, message, Map.of("outcome", "arrived"))
                .statusCode(200)
                .body("status", equalTo("accepted"))
                .body("settled.outcome", equalTo("arrived"))
                .body("settled.by.name", equalTo("Anna Ricci"));
        conversation(conversation).body("waitingSince", nullValue());
    }

    @Test
    void a_message_that_is_sent_again_is_a_new_message_that_is_linked_to_it() {
        var conversation = heldByAnna();
        var message = inDoubt(conversation);
        var again = UUID.randomUUID();

        settle("anna", conversation, message, again(again, 1))
                .statusCode(200)
                .body("status", equalTo("unknown"))
                .body("settled.again", equalTo(again.toString()));
        assertThat(DoubtResourceTest.<String>of(conversation, again, "content.text"))
                .isEqualTo("Parte oggi.");
        assertThat(DoubtResourceTest.<String>of(conversation, again, "again")).isEqualTo(message.toString());
        assertThat(DoubtResourceTest.<String>of(conversation, again, "status")).isEqualTo("queued");
    }

    @Test
    void a_double_click_sends_once() {
        var conversation = heldByAnna();
        var message = inDoubt(conversation);
        settle("anna", conversation, message, again(UUID.randomUUID(), 1)).statusCode(200);

        settle("anna", conversation, message, again(UUID.randomUUID(), 1)).statusCode(200);

        conversation(conversation).body("lastSequence", equalTo(3));
    }

    @Test
    void a_message_whose_fate_is_known_is_not_in_doubt() {
        var conversation = heldByAnna();
        var message = answered(conversation, 1);
        PLATFORM.accepted(conversation, message, "wamid.out-" + message);
        awaitStatus(conversation, message, "accepted");

        settle("anna", conversation, message, Map.of("outcome", "arrived"))
                .statusCode(409)
                .body("reasonKey", equalTo("not-in-doubt"))
                .body("message.status", equalTo("accepted"));
    }

    @Test
    void only_who_holds_the_conversation_settles_it() {
        var conversation = heldByAnna();
        var message = inDoubt(conversation);

        settle("bruno", conversation, message, Map.of("outcome", "arrived"))
                .statusCode(409)
                .body("holder.name", equalTo("Anna Ricci"));
        settle("bruno", conversation, message, again(UUID.randomUUID(), 1)).statusCode(409);
    }

    @Test
    void after_a_takeover_the_former_holder_sends_nothing_again() {
        var conversation = heldByAnna();
        var message = inDoubt(conversation);
        PLATFORM.takenOver(conversation, 2, CARLA, ANNA);
        awaitEpoch(conversation, 2);

        settle("anna", conversation, message, again(UUID.randomUUID(), 1)).statusCode(409);
    }

    @Test
    void a_viewer_settles_nothing() {
        var conversation = heldByAnna();

        settle("elena", conversation, inDoubt(conversation), Map.of("outcome", "arrived"))
                .statusCode(403);
    }

    @Test
    void an_outcome_that_is_none_is_refused_with_a_sentence() {
        settle("anna", heldByAnna(), UUID.randomUUID(), Map.of("outcome", "maybe"))
                .statusCode(400)
                .body("detail", equalTo("The field outcome has a value of the wrong kind."));
    }

    @Test
    void sending_again_needs_an_id_and_an_epoch() {
        settle("anna", heldByAnna(), UUID.randomUUID(), Map.of("outcome", "send-again"))
                .statusCode(400)
                .body("detail", equalTo("id and epoch are needed to send it again."));
    }

    @Test
    void a_message_of_another_conversation_is_not_found() {
        var message = inDoubt(heldByAnna());

        settle("anna", heldByAnna(), message, Map.of("outcome", "arrived")).statusCode(404);
    }

    @Test
    void the_history_says_who_settled_it() {
        var conversation = heldByAnna();
        var message = inDoubt(conversation);
        settle("anna", conversation, message, Map.of("outcome", "arrived")).statusCode(200);

        as("carla")
                .get("/api/conversations/{id}/history", conversation)
                .then()
                .body("items.kind", hasItems("answer-settled-arrived", "delivery-unknown"));
    }

    private static UUID inDoubt(UUID conversation) {
        var message = answered(conversation, 1);
        PLATFORM.inDoubt(conversation, message);
        awaitStatus(conversation, message, "unknown");
        return message;
    }

    private static <T> T of(UUID conversation, UUID message, String field) {
        return ofMessage(conversation, message, field);
    }

    private static Map<String, Object> again(UUID id, long epoch) {
        return Map.of("outcome", "send-again", "id", id, "epoch", epoch);
    }

    private static ValidatableResponse settle(String operator, UUID conversation, UUID message, Map<String, ?> body) {
        return as(operator)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/conversations/{id}/messages/{message}/resolution", conversation, message)
                .then();
    }
}
