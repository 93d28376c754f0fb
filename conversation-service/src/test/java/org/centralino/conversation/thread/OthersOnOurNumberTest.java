package org.centralino.conversation.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.answered;
import static org.centralino.conversation.Desk.await;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.awaitStatus;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.found;
import static org.centralino.conversation.Desk.isWaiting;
import static org.centralino.conversation.Desk.ofMessage;
import static org.centralino.conversation.Desk.reply;
import static org.centralino.conversation.Desk.texts;
import static org.centralino.conversation.Desk.written;
import static org.centralino.conversation.Platform.echo;
import static org.centralino.conversation.Platform.handover;
import static org.centralino.conversation.Platform.overheard;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.conversation.message.domain.MessageId;
import org.centralino.events.Content;
import org.centralino.events.Speaker;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.MessageEdited;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// The phone beside us, and other applications that answer our customers.
@QuarkusTest
@RealInfrastructure
class OthersOnOurNumberTest {

    @Test
    void what_was_written_on_the_phone_stands_on_our_side_and_answers_the_customer() {
        var customer = Platform.somebody();
        var conversation = written(customer, "Buongiorno");
        var echo = echo(customer, Speaker.PHONE, "Ti chiamo tra poco", Instant.now());

        PLATFORM.reports(echo, echo);
        await(() -> found(customer), 2, "Ti chiamo tra poco");

        var message = MessageId.of(Platform.NUMBER, echo.platformId());
        assertThat(OthersOnOurNumberTest.<Map<String, Object>>seen(conversation, message, "author"))
                .containsEntry("kind", "other")
                .containsEntry("speaker", "phone");
        assertThat(OthersOnOurNumberTest.<String>seen(conversation, message, "status"))
                .isEqualTo("sent");
        conversation(conversation)
                .body("waitingSince", nullValue())
                .body("unread", equalTo(1))
                .body("preview.author.speaker", equalTo("phone"))
                .body("lastSequence", equalTo(2));
        assertThat(historyOf(conversation)).contains("replied-elsewhere");
    }

    @Test
    void who_was_first_written_to_on_the_phone_has_a_conversation_without_a_window() {
        var customer = Platform.somebody();

        PLATFORM.reports(echo(customer, Speaker.PHONE, "Il suo ordine è pronto", Instant.now()));
        var conversation = await(() -> found(customer), 1);

        conversation(conversation)
                .body("windowExpiresAt", nullValue())
                .body("waitingSince", nullValue())
                .body("unread", equalTo(0));
    }

    @Test
    void statuses_move_what_was_written_on_the_phone_and_the_phone_may_change_it() {
        var customer = Platform.somebody();
        var echo = echo(customer, Speaker.PHONE, "Alle 8", Instant.now());
        PLATFORM.reports(echo);
        var conversation = await(() -> found(customer), 1);
        var message = MessageId.of(Platform.NUMBER, echo.platformId());

        PLATFORM.reports(
                Platform.status(echo.platformId(), "read", null),
                Platform.edit(customer, echo.platformId(), new Content.Text("Il cliente non può")),
                edited(customer, echo.platformId(), "Alle 9"));

        awaitStatus(conversation, message, "read");
        Patience.await("the phone's words are changed")
                .until(() -> texts(conversation).contains("Alle 9"));
        assertThat(historyOf(conversation)).contains("edited-elsewhere").doesNotContain("customer-edited");
    }

    @Test
    void an_answer_from_the_phone_that_is_older_than_the_question_leaves_it_waiting() {
        var customer = Platform.somebody();
        var conversation = written(customer, "Ancora una domanda");

        PLATFORM.reports(echo(customer, Speaker.PHONE, "Di prima", Instant.now().minusSeconds(600)));
        await(() -> found(customer), 2);

        assertThat(isWaiting(conversation)).isTrue();
    }

    @Test
    void an_echo_of_what_we_sent_ourselves_does_not_stand_twice() {
        var customer = Platform.somebody();
        var conversation = written(customer, "Buongiorno");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        var answer = answered(conversation, 1);
        var platformId = "wamid.out-" + answer;

        PLATFORM.reports(echo(customer, platformId, Speaker.PHONE, "Parte oggi.", Instant.now()));
        PLATFORM.accepted(conversation, answer, platformId);
        awaitStatus(conversation, answer, "accepted");
        PLATFORM.reports(Platform.message(customer, "Grazie", Instant.now()));
        await(() -> found(customer), 3, "Grazie");

        assertThat(texts(conversation)).containsOnlyOnce("Parte oggi.");
    }

    @Test
    void whoever_writes_is_told_that_the_phone_answered() {
        var customer = Platform.somebody();
        var conversation = written(customer, "Buongiorno");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        PLATFORM.reports(echo(customer, Speaker.PHONE, "Fatto", Instant.now()));
        await(() -> found(customer), 2);

        reply("anna", conversation, UUID.randomUUID(), "Parte oggi.", 1, 1)
                .statusCode(409)
                .body("type", equalTo("/problems/stale-view"))
                .body("added[0].author.speaker", equalTo("phone"));
    }

    @Test
    void while_another_application_answers_nobody_is_called_and_a_reply_needs_a_word() {
        var customer = Platform.somebody();
        PLATFORM.reports(overheard(customer, "Fate consegne a Lecco?", Instant.now()));
        var conversation = await(() -> found(customer), 1);
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);

        conversation(conversation)
                .body("handledBy", equalTo("ai-agent"))
                .body("waitingSince", nullValue())
                .body("unread", equalTo(0))
                .body("windowExpiresAt", notNullValue());
        var id = UUID.randomUUID();
        reply("anna", conversation, id, "Sì.", 1, 1)
                .statusCode(409)
                .body("type", equalTo("/problems/held-by-another-application"))
                .body("handledBy", equalTo("ai-agent"));
        takingOver(conversation, id, "Sì.");
        conversation(conversation).body("handledBy", nullValue());
    }

    @Test
    void who_is_handed_over_to_us_waits_and_is_unread_and_the_words_of_the_other_stand_in_the_history() {
        var customer = Platform.somebody();
        var heard =
                overheard(customer, "Vorrei parlare con qualcuno", Instant.now().minusSeconds(60));
        PLATFORM.reports(heard);
        var conversation = await(() -> found(customer), 1);
        PLATFORM.reports(echo(
                customer, Speaker.OTHER, "La passo a una collega", Instant.now().minusSeconds(30)));
        await(() -> found(customer), 2);
        var handover = handover(customer, Speaker.AI_AGENT, null, "Vuole parlare con una persona", Instant.now());

        PLATFORM.reports(handover, handover, heard);
        Patience.await("the customer waits").until(() -> isWaiting(conversation));

        conversation(conversation).body("handledBy", nullValue()).body("unread", equalTo(1));
        as("carla")
                .get("/api/conversations/{id}/history", conversation)
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.kind == 'handed-over-to-us' }.words",
                        hasItem("Vuole parlare con una persona"))
                .body("items.findAll { it.kind == 'handed-over-to-us' }.size()", equalTo(1))
                .body("items.find { it.kind == 'handed-over-to-us' }.actor.speaker", equalTo("ai-agent"));
        assertThat(texts(conversation)).containsOnlyOnce("Vorrei parlare con qualcuno");
    }

    private static MessageEdited edited(Customer customer, String target, String text) {
        var at = Instant.now();
        return new MessageEdited(
                Platform.NUMBER,
                "wamid." + UUID.randomUUID(),
                customer,
                true,
                target,
                new Content.Text(text),
                at,
                at,
                "{}");
    }

    private static <T> T seen(UUID conversation, UUID message, String field) {
        return ofMessage(conversation, message, field);
    }

    private static void takingOver(UUID conversation, UUID id, String text) {
        as("anna")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id",
                        id,
                        "content",
                        Map.of("type", "text", "text", text),
                        "lastSeen",
                        1,
                        "epoch",
                        1,
                        "takeOver",
                        true))
                .post("/api/conversations/{id}/replies", conversation)
                .then()
                .statusCode(202);
    }

    private static List<String> historyOf(UUID conversation) {
        return as("carla")
                .get("/api/conversations/{id}/history", conversation)
                .then()
                .statusCode(200)
                .extract()
                .path("items.kind");
    }
}
