package org.centralino.conversation.thread;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.await;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.awaitStatus;
import static org.centralino.conversation.Desk.found;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.conversation.Desk.reply;
import static org.centralino.conversation.Desk.texts;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.centralino.testkit.Operators.BRUNO;
import static org.centralino.testkit.Operators.CARLA;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.Desk;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class ReplyResourceTest {
    @Test
    void a_customers_message_stands_in_the_inbox_unread_with_its_window() {
        var conversation = written(Platform.somebody(), "Buongiorno, è arrivato il mio ordine? 😊");

        as("anna")
                .get("/api/conversations/{id}", conversation)
                .then()
                .statusCode(200)
                .body("unread", equalTo(1))
                .body("status", equalTo("open"))
                .body("lastSequence", equalTo(1))
                .body("preview.text", equalTo("Buongiorno, è arrivato il mio ordine? 😊"))
                .body("contact.initials", equalTo("GF"));
    }

    @Test
    void a_message_that_is_delivered_twice_is_shown_once() {
        var customer = Platform.somebody();
        var message = Platform.message(customer, "Una volta sola", Instant.now());
        PLATFORM.reports(message, message);
        var conversation = written(customer, "E poi questa");

        assertThat(texts(conversation)).containsExactly("Una volta sola", "E poi questa");
    }

    @Test
    void messages_stand_in_the_order_of_the_platforms_time() {
        var customer = Platform.somebody();
        var start = Instant.now().minusSeconds(60);
        PLATFORM.reports(
                Platform.message(customer, "tre", start.plusSeconds(3)),
                Platform.message(customer, "uno", start.plusSeconds(1)),
                Platform.message(customer, "due", start.plusSeconds(2)));
        var conversation = await(() -> found(customer), 3);

        assertThat(texts(conversation)).containsExactly("uno", "due", "tre");
    }

    @Test
    void the_operator_who_holds_it_replies_and_ticks_arrive_also_when_they_overtake_each_other() {
        var conversation = heldByAnna();
        var reply = UUID.randomUUID();
        reply("anna", conversation, reply, "Parte oggi.", 1, 1).statusCode(202).body("status", equalTo("queued"));

        PLATFORM.reports(Platform.status("wamid.out-" + reply, "read", null));
        PLATFORM.accepted(conversation, reply, "wamid.out-" + reply);
        PLATFORM.reports(Platform.status("wamid.out-" + reply, "delivered", reply));

        awaitStatus(conversation, reply, "read");
    }

    @Test
    void a_reply_from_anyone_else_is_refused_with_the_holders_name() {
        var conversation = heldByAnna();

        reply("bruno", conversation, UUID.randomUUID(), "Anch'io", 1, 1)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/held-by-another-operator"))
                .body("holder.name", equalTo("Anna Ricci"));
    }

    @Test
    void after_a_takeover_the_former_holders_reply_is_refused_with_what_changed() {
        var conversation = heldByAnna();
        PLATFORM.takenOver(conversation, 2, CARLA, ANNA);
        awaitEpoch(conversation, 2);

        reply("anna", conversation, UUID.randomUUID(), "Ecco", 1, 1)
                .statusCode(409)
                .body("holder.name", equalTo("Carla Moretti"))
                .body("epoch", equalTo(2));
    }

    @Test
    void a_reply_waits_for_a_change_of_the_responder_that_is_on_its_way() {
        var conversation = written(Platform.somebody(), "C'è qualcuno?");
        var answer = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> reply("anna", conversation, UUID.randomUUID(), "Eccomi", 1, 1));
        PLATFORM.taken(conversation, 1, ANNA);

        answer.join().statusCode(202);
    }

    @Test
    void the_same_reply_posted_twice_is_one_reply() {
        var conversation = heldByAnna();
        var reply = UUID.randomUUID();
        reply("anna", conversation, reply, "Una volta", 1, 1).statusCode(202);

        reply("anna", conversation, reply, "Una volta", 1, 1).statusCode(202).body("sequence", equalTo(2));
        assertThat(texts(conversation)).hasSize(2);
    }

    @Test
    void an_id_that_belongs_to_another_reply_is_refused() {
        var conversation = heldByAnna();
        var reply = UUID.randomUUID();
        reply("anna", conversation, reply, "Una cosa", 1, 1).statusCode(202);

        reply("anna", conversation, reply, "Un'altra", 1, 1)
                .statusCode(409)
                .body("reasonKey", equalTo("id-already-used"));
    }

    @Test
    void a_reply_to_an_old_view_is_stopped_and_shows_what_was_added() {
        var customer = Platform.somebody();
        var conversation = written(customer, "Mi serve domani");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        PLATFORM.reports(Platform.message(customer, "Anzi, lasci stare", Instant.now()));
        await(() -> found(customer), 2);

        reply("anna", conversation, UUID.randomUUID(), "Domani va bene", 1, 1)
                .statusCode(409)
                .body("reasonKey", equalTo("stale-view"))
                .body("added[0].content.text", equalTo("Anzi, lasci stare"))
                .body("lastSequence", equalTo(2));
    }

    @Test
    void free_text_after_24_hours_is_refused() {
        var customer = Platform.somebody();
        PLATFORM.reports(Platform.message(customer, "Ieri", Instant.now().minus(Duration.ofHours(25))));
        var conversation = await(() -> found(customer), 1);
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);

        reply("anna", conversation, UUID.randomUUID(), "Oggi", 1, 1)
                .statusCode(409)
                .body("reasonKey", equalTo("window-closed"));
    }

    @Test
    void a_viewer_may_not_reply() {
        reply("elena", heldByAnna(), UUID.randomUUID(), "Posso?", 1, 1)
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void without_a_token_nothing_is_shown() {
        given().get("/api/conversations").then().statusCode(401).body("reasonKey", equalTo("not-signed-in"));
    }

    @Test
    void an_empty_reply_is_refused_with_a_sentence() {
        reply("anna", heldByAnna(), UUID.randomUUID(), "  ", 1, 1)
                .statusCode(400)
                .body("detail", equalTo("content.text must not be empty."));
    }

    @Test
    void a_reply_of_more_than_4096_characters_is_refused() {
        reply("anna", heldByAnna(), UUID.randomUUID(), "a".repeat(4097), 1, 1)
                .statusCode(400)
                .body("violations[0].field", equalTo("content.text"));
    }

    @Test
    void a_reply_to_an_unknown_conversation_is_not_found() {
        reply("anna", UUID.randomUUID(), UUID.randomUUID(), "Pronto?", 0, 0)
                .statusCode(404)
                .body("reasonKey", equalTo("not-found"));
    }

    @Test
    void a_cursor_that_was_tampered_with_is_refused() {
        as("anna")
                .get("/api/conversations?cursor=AAAA")
                .then()
                .statusCode(400)
                .body("reasonKey", equalTo("invalid-cursor"));
    }

    @Test
    void the_history_says_who_did_what() {
        var conversation = heldByAnna();
        reply("anna", conversation, UUID.randomUUID(), "Parte oggi.", 1, 1).statusCode(202);
        PLATFORM.takenOver(conversation, 2, CARLA, ANNA);
        awaitEpoch(conversation, 2);

        as("elena")
                .get("/api/conversations/{id}/history", conversation)
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("taken-over", "replied", "taken", "customer-wrote")))
                .body("items.actor.name", equalTo(List.of("Carla Moretti", "Anna Ricci", "Anna Ricci", "Giulia Ferri")))
                .body("items[0].target.name", equalTo("Anna Ricci"));
    }

    @Test
    void a_poison_record_does_not_stop_the_next_one() {
        PLATFORM.send("centralino.whatsapp.v1", "key", "poison", "whatsapp.message-received.v1", new byte[] {'{'});

        assertThat(written(Platform.somebody(), "Dopo il veleno")).isNotNull();
    }

    @Test
    void a_reply_that_was_accepted_and_is_repeated_after_a_takeover_says_what_became_of_it() {
        var conversation = heldByAnna();
        var reply = UUID.randomUUID();
        reply("anna", conversation, reply, "Parte oggi.", 1, 1).statusCode(202);
        PLATFORM.takenOver(conversation, 2, CARLA, ANNA);
        awaitEpoch(conversation, 2);

        reply("anna", conversation, reply, "Parte oggi.", 1, 1).statusCode(202).body("sequence", equalTo(2));
    }

    @Test
    void an_epoch_that_may_be_on_its_way_is_waited_for_before_it_is_refused() {
        var conversation = heldByAnna();
        var begun = System.nanoTime();

        reply("anna", conversation, UUID.randomUUID(), "Dopo molti passaggi", 1, 100)
                .statusCode(409)
                .body("reasonKey", equalTo("epoch-unknown"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void an_epoch_that_is_nonsense_is_refused_without_waiting_for_it() {
        var conversation = heldByAnna();
        var begun = System.nanoTime();

        reply("anna", conversation, UUID.randomUUID(), "Fra un secolo", 1, 1_000_000)
                .statusCode(409)
                .body("reasonKey", equalTo("epoch-unknown"))
                .body("epoch", equalTo(1));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void who_replies_has_also_read() {
        var conversation = heldByAnna();

        reply("anna", conversation, UUID.randomUUID(), "Letto e risposto", 1, 1).statusCode(202);

        as("anna").get("/api/conversations/{id}", conversation).then().body("unread", equalTo(0));
    }

    @Test
    void a_late_change_of_the_responder_never_undoes_a_newer_one() {
        var conversation = heldByAnna();
        PLATFORM.takenOver(conversation, 3, CARLA, ANNA);
        awaitEpoch(conversation, 3);
        PLATFORM.takenOver(conversation, 2, BRUNO, ANNA);
        var later = written(Platform.somebody(), "Dopo");
        PLATFORM.taken(later, 1, ANNA);
        awaitEpoch(later, 1);

        Desk.conversation(conversation).body("epoch", equalTo(3)).body("assignee.name", equalTo("Carla Moretti"));
    }
}
