package org.centralino.conversation.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.answered;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.awaitStatus;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.Desk;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.conversation.message.domain.MessageId;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// Replies that answer a certain message.
@QuarkusTest
@RealInfrastructure
class QuotingTest {
    @Test
    void a_reply_names_the_message_that_it_answers_to_the_team_and_to_the_platform() {
        var giulia = Platform.somebody();
        var wamid = "wamid." + UUID.randomUUID();
        PLATFORM.reports(Platform.message(giulia, wamid, "Avete la lampada blu?", Instant.now()));
        var conversation = written(giulia, "E la verde?");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        var question = MessageId.of(Platform.NUMBER, wamid);
        var reply = UUID.randomUUID();

        answer(conversation, reply, question, 2)
                .statusCode(202)
                .body("quoted.messageId", equalTo(question.toString()))
                .body("quoted.content.text", equalTo("Avete la lampada blu?"))
                .body("context.answers", equalTo(wamid));

        assertThat(queued(conversation).context().answers()).isEqualTo(wamid);
        assertThat(queued(conversation).quoted().messageId()).isEqualTo(question);
        assertThat(Desk.<String>ofMessage(conversation, reply, "quoted.content.text"))
                .isEqualTo("Avete la lampada blu?");
        answer(conversation, reply, question, 2).statusCode(202);
    }

    @Test
    void the_same_reply_to_another_message_is_another_reply() {
        var conversation = heldByAnna();
        var first = firstOf(conversation);
        var reply = UUID.randomUUID();
        answer(conversation, reply, first, 1).statusCode(202);

        Desk.reply("anna", conversation, reply, "Sì, certo.", 1, 1)
                .statusCode(409)
                .body("reasonKey", equalTo("id-already-used"));
    }

    @Test
    void a_message_of_another_conversation_cannot_be_answered_here() {
        var conversation = heldByAnna();
        var elsewhere = firstOf(heldByAnna());

        answer(conversation, UUID.randomUUID(), elsewhere, 1)
                .statusCode(409)
                .body("reasonKey", equalTo("answered-message-missing"));
    }

    @Test
    void a_message_of_ours_can_be_answered_when_the_platform_has_it() {
        var conversation = heldByAnna();
        var ours = answered(conversation, 1);
        answer(conversation, UUID.randomUUID(), ours, 2)
                .statusCode(409)
                .body("reasonKey", equalTo("message-not-on-whatsapp"));

        PLATFORM.accepted(conversation, ours, "wamid.out-" + ours);
        awaitStatus(conversation, ours, "accepted");

        answer(conversation, UUID.randomUUID(), ours, 2)
                .statusCode(202)
                .body("quoted.author.name", equalTo(ANNA.name()));
    }

    private static UUID firstOf(UUID conversation) {
        return UUID.fromString(as("anna")
                .get("/api/conversations/{id}/timeline", conversation)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id"));
    }

    private static ValidatableResponse answer(UUID conversation, UUID id, UUID answers, long lastSeen) {
        return as("anna")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id", id,
                        "content", Map.of("type", "text", "text", "Sì, certo."),
                        "answers", answers,
                        "lastSeen", lastSeen,
                        "epoch", 1))
                .post("/api/conversations/{id}/replies", conversation)
                .then();
    }

    private static ReplyQueued queued(UUID conversation) {
        return Patience.await("the reply is told")
                .until(
                        () -> PLATFORM.told(Topics.CONVERSATION, WireFormat.CONVERSATION, conversation, 1).stream()
                                .filter(ReplyQueued.class::isInstance)
                                .map(ReplyQueued.class::cast)
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }
}
