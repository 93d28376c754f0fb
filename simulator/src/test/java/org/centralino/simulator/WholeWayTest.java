package org.centralino.simulator;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.centralino.simulator.Caller.GIULIA;
import static org.centralino.simulator.Caller.NUMBER;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.centralino.simulator.Inbox.Received;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Both faces of the platform, over real HTTP.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class WholeWayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestHTTPResource
    URI base;

    Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @Test
    void what_a_customer_writes_comes_as_a_signed_webhook_in_escaped_ascii() {
        caller.giuliaWrites("Buongiorno, è arrivato il mio ordine? 😊");

        var webhook = Inbox.waitFor(received -> !received.isEmpty()).getFirst();
        assertThat(webhook.isSigned()).isTrue();
        assertThat(webhook.contentType()).isEqualTo("application/json");
        assertThat(webhook.text()).contains("Buongiorno, \\u00e8 arrivato il mio ordine? \\ud83d\\ude0a");
        assertThat(webhook.messages().findFirst().orElseThrow().at("/text/body").asText())
                .isEqualTo("Buongiorno, è arrivato il mio ordine? 😊");
    }

    @Test
    void the_phone_shows_a_message_as_delivered_when_its_webhook_was_answered_200() {
        caller.giuliaWrites("Ci siete?");
        Inbox.waitForMessages(1);

        waitForPhone(message -> message.path("status").asText().equals("delivered"));
    }

    @Test
    void what_a_customer_does_to_a_message_comes_with_an_id_of_its_own_and_stands_on_the_phone() {
        var written = caller.giuliaWrites("Alle tre?").json().path("id").asText();
        var message = "/control/customers/%s/messages/%s".formatted(GIULIA, written);

        caller.put(message + "/reaction", "{\"emoji\":\"👍🏽\"}");
        caller.patch(message, "{\"text\":\"Alle quattro?\"}");

        waitForPhone(shown -> shown.path("reaction").asText().equals("👍🏽")
                && shown.path("text").asText().equals("Alle quattro?")
                && shown.path("edited").asBoolean());
        assertThat(caller.delete(message + "/reaction").json().path("reaction").isNull())
                .isTrue();
        assertThat(caller.delete(message).json().path("deleted").asBoolean()).isTrue();
        var told = Inbox.waitForMessages(5);
        assertThat(told).extracting(it -> it.path("id").asText()).doesNotHaveDuplicates();
        assertThat(told.stream().filter(it -> it.path("type").asText().equals("edit")))
                .singleElement()
                .satisfies(edit ->
                        assertThat(edit.at("/edit/message/text/body").asText()).isEqualTo("Alle quattro?"));
        assertThat(told.stream().filter(it -> it.path("type").asText().equals("revoke")))
                .singleElement()
                .satisfies(it -> assertThat(it.at("/revoke/original_message_id").asText())
                        .isEqualTo(written));
    }

    @Test
    void what_the_business_writes_on_its_phone_reaches_the_customer_and_comes_as_an_echo() {
        var written = caller.post("/control/customers/%s/echoes".formatted(GIULIA), "{\"text\":\"Ti chiamo tra poco\"}")
                .json()
                .path("id")
                .asText();

        waitForPhone(shown -> shown.path("text").asText().equals("Ti chiamo tra poco"));
        var body = Inbox.waitFor(
                        received -> received.stream().anyMatch(it -> it.text().contains("smb_message_echoes")))
                .stream()
                .filter(it -> it.text().contains("smb_message_echoes"))
                .findFirst()
                .orElseThrow();
        assertThat(body.isSigned()).isTrue();
        assertThat(body.text()).contains("\"message_echoes\"", "\"to\":\"%s\"".formatted(GIULIA), written);
    }

    @Test
    void what_nobody_can_do_to_a_message_is_refused_with_a_reason() {
        var written = caller.giuliaWrites("Alle tre?").json().path("id").asText();
        var message = "/control/customers/%s/messages/%s".formatted(GIULIA, written);

        assertThat(caller.put(message + "/reaction", "{}").status()).isEqualTo(400);
        assertThat(caller.put("/control/customers/%s/messages/nothing/reaction".formatted(GIULIA), "{\"emoji\":\"👍\"}")
                        .status())
                .isEqualTo(404);
        caller.post("/control/clock", "{\"jump\":\"PT16M\"}");
        assertThat(caller.patch(message, "{\"text\":\"Alle quattro?\"}")
                        .json()
                        .path("reasonKey")
                        .asText())
                .isEqualTo("edit-too-late");
    }

    @Test
    void a_reply_is_sent_delivered_and_read_and_stands_on_the_phone() {
        caller.giuliaWrites("Buongiorno");

        var answer = caller.reply("Ciao Giulia!", "msg:1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/contacts/0/input").asText()).isEqualTo("+" + GIULIA);
        assertThat(answer.json().at("/contacts/0/wa_id").asText()).isEqualTo(GIULIA);
        var wamid = answer.json().at("/messages/0/id").asText();
        assertThat(wamid).startsWith("wamid.");
        for (var status : List.of("sent", "delivered", "read")) {
            assertThat(Inbox.waitForStatus("msg:1", status).path("id").asText()).isEqualTo(wamid);
        }
        waitForPhone(message -> message.path("text").asText().equals("Ciao Giulia!"));
    }

    @Test
    void every_graph_call_is_in_the_ledger() {
        caller.giuliaWrites("Buongiorno");
        var before = lastCall();

        var wamid = caller.reply("Ciao", "msg:2").json().at("/messages/0/id").asText();
        caller.graph("wrong", NUMBER, "{}");

        var calls = caller.get("/control/calls?since=" + before).json().path("items");
        assertThat(calls).hasSize(2);
        assertThat(calls.at("/0/bizOpaqueCallbackData").asText()).isEqualTo("msg:2");
        assertThat(calls.at("/0/wamid").asText()).isEqualTo(wamid);
        assertThat(calls.at("/0/accepted").asBoolean()).isTrue();
        assertThat(calls.at("/0/receivedAtMicros").asLong() / 1_000)
                .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
        assertThat(calls.at("/1/answer/status").asInt()).isEqualTo(401);
    }

    @Test
    void wrong_calls_get_the_platforms_errors() {
        assertThat(caller.graph("wrong", NUMBER, "{}")).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().at("/error/code").asInt()).isEqualTo(190);
        });
        assertThat(caller.graph("local-access-token", "42", "{}")).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/error/code").asInt()).isEqualTo(100);
            assertThat(answer.json().at("/error/error_subcode").asInt()).isEqualTo(33);
        });
        assertThat(List.of("{not json", "null", ""))
                .extracting(body -> caller.graph("local-access-token", NUMBER, body)
                        .json()
                        .at("/error/code")
                        .asInt())
                .containsOnly(100);
    }

    @Test
    void marking_as_read_turns_the_customers_ticks_blue() {
        var first = caller.giuliaWrites("Uno").json().path("id").asText();
        var second = caller.giuliaWrites("Due").json().path("id").asText();

        var answer = caller.graph(
                "local-access-token",
                NUMBER,
                "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"%s\"}".formatted(second));

        assertThat(answer.json().path("success").asBoolean()).isTrue();
        waitForPhone(message -> message.path("id").asText().equals(first)
                && message.path("status").asText().equals("read"));
    }

    @Test
    void after_a_jump_of_24_hours_free_text_is_accepted_and_fails_by_webhook() {
        caller.giuliaWrites("Buongiorno");
        Inbox.waitForMessages(1);
        var before = caller.get("/clock").json();

        caller.post("/control/clock", "{\"jump\":\"PT24H\"}");
        var answer = caller.reply("Troppo tardi", "msg:3");

        assertThat(caller.get("/clock").json().path("offsetMillis").asLong())
                .isEqualTo(before.path("offsetMillis").asLong() + 86_400_000);
        assertThat(answer.status()).isEqualTo(200);
        var failed = Inbox.waitForStatus("msg:3", "failed");
        assertThat(failed.at("/errors/0/code").asInt()).isEqualTo(131047);
        assertThat(failed.path("timestamp").asLong())
                .isGreaterThanOrEqualTo(Instant.now().plus(Duration.ofHours(23)).getEpochSecond());
    }

    @Test
    void a_customer_who_blocks_the_business_gets_nothing_and_cannot_write() {
        caller.giuliaWrites("Buongiorno");
        caller.patch("/control/customers/" + GIULIA, "{\"blocks\":true}");

        caller.reply("Ci sei?", "msg:4");

        Inbox.waitForStatus("msg:4", "sent");
        assertThat(caller.giuliaWrites("Ancora io").status()).isEqualTo(409);
        assertThat(phone()).extracting(message -> message.path("text").asText()).containsExactly("Buongiorno");
    }

    @Test
    void a_number_without_whatsapp_cannot_be_reached() {
        caller.graph(
                "local-access-token", NUMBER, Caller.replyBody("Ciao", "msg:5").replace(GIULIA, "390000000001"));

        assertThat(Inbox.waitForStatus("msg:5", "failed").at("/errors/0/code").asInt())
                .isEqualTo(131026);
    }

    @Test
    void a_webhook_that_is_not_answered_200_comes_again_with_the_same_bytes() {
        var attempts = new AtomicInteger();
        Inbox.answers(_ -> attempts.incrementAndGet() < 3 ? 503 : 200);

        caller.giuliaWrites("Buongiorno");

        var received = Inbox.waitFor(all -> all.size() >= 3);
        assertThat(received.stream().map(Received::text).distinct()).hasSize(1);
        waitForPhone(message -> message.path("status").asText().equals("delivered"));
    }

    @Test
    void no_content_is_no_success_for_the_platform() {
        var attempts = new AtomicInteger();
        Inbox.answers(_ -> attempts.incrementAndGet() < 2 ? 204 : 200);

        caller.giuliaWrites("Buongiorno");

        assertThat(Inbox.waitFor(all -> all.size() >= 2)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void each_webhook_comes_twice_while_that_is_the_trouble() {
        caller.post("/control/faults", "{\"duplicateWebhooks\":true}");

        caller.giuliaWrites("Buongiorno");

        assertThat(Inbox.waitForMessages(2))
                .extracting(message -> message.path("id").asText())
                .hasSize(2)
                .containsOnly(phone().getFirst().path("id").asText());
    }

    @Test
    void several_messages_share_a_webhook_while_that_is_the_trouble() {
        caller.post("/control/faults", "{\"batches\":true}");

        IntStream.range(0, 5).forEach(index -> caller.giuliaWrites("Messaggio " + index));

        Inbox.waitForMessages(5);
        assertThat(Inbox.waitFor(_ -> true)).hasSizeLessThan(5);
    }

    @Test
    void a_wrong_signature_is_put_right_by_the_retries_after_the_trouble() {
        Inbox.answers(received -> received.isSigned() ? 200 : 401);
        caller.post("/control/faults", "{\"wrongSignature\":true}");
        caller.giuliaWrites("Buongiorno");
        Inbox.waitFor(received -> received.stream().anyMatch(webhook -> !webhook.isSigned()));

        caller.post("/control/faults", "{\"wrongSignature\":false}");

        Inbox.waitFor(received -> received.stream().anyMatch(Received::isSigned));
    }

    @Test
    void of_five_sends_one_is_answered_429_and_not_accepted() {
        caller.giuliaWrites("Buongiorno");
        caller.post("/control/faults", "{\"tooManyRequests\":true}");

        var statuses = IntStream.rangeClosed(1, 5)
                .mapToObj(index ->
                        caller.reply("Numero " + index, "msg:429-" + index).status())
                .toList();

        assertThat(statuses).containsExactly(200, 200, 200, 200, 429);
        Inbox.waitForStatus("msg:429-4", "delivered");
        assertThat(phone()).extracting(message -> message.path("text").asText()).doesNotContain("Numero 5");
    }

    @Test
    void both_limits_have_one_switch() {
        caller.post("/control/faults", "{\"limitsInEarnest\":true}");

        var faults = caller.get("/control/faults").json();

        assertThat(faults.path("pairRateLimit").asBoolean()).isTrue();
        assertThat(faults.path("throughputLimit").asBoolean()).isTrue();
        assertThat(faults.path("limitsInEarnest").asBoolean()).isTrue();
    }

    @Test
    void a_person_is_one_for_the_limit_however_he_is_addressed() {
        caller.giuliaWrites("Buongiorno");
        var bsuid =
                caller.get("/control/customers/" + GIULIA).json().path("bsuid").asText();
        caller.post("/control/faults", "{\"pairRateLimit\":true}");
        for (var index = 0; index < 45; index++) {
            assertThat(caller.reply("Numero " + index, "p" + index).status()).isEqualTo(200);
        }

        var byId = caller.graph("""
                {"messaging_product":"whatsapp","recipient":"%s","type":"text","text":{"body":"Ancora"}}""".formatted(bsuid));

        assertThat(byId.json().at("/error/code").asInt()).isEqualTo(131056);
        assertThat(caller.reply("Ancora", "p46").json().at("/error/code").asInt())
                .isEqualTo(131056);
    }

    @Test
    void answers_of_the_next_sends_can_be_chosen() {
        caller.giuliaWrites("Buongiorno");
        caller.post("/control/faults", "{\"nextAnswers\":[\"serverErrors\",\"pairRateLimit\",\"ok\"]}");

        assertThat(caller.reply("Uno", "a").json().at("/error/code").asInt()).isEqualTo(2);
        assertThat(caller.reply("Due", "b").json().at("/error/code").asInt()).isEqualTo(131056);
        assertThat(caller.reply("Tre", "c").status()).isEqualTo(200);
    }

    @Test
    void a_dropped_connection_hides_a_send_that_was_accepted() {
        caller.giuliaWrites("Buongiorno");
        caller.post("/control/faults", "{\"resetAfterAcceptance\":true}");

        var answer = caller.replyLater("Ciao", "msg:6", PATIENCE);

        assertThatThrownBy(answer::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(IOException.class);
        Inbox.waitForStatus("msg:6", "delivered");
    }

    @Test
    void an_answer_that_comes_too_late_hides_a_send_that_was_accepted() {
        caller.giuliaWrites("Buongiorno");
        caller.post("/control/faults", "{\"timeoutAfterAcceptance\":true}");

        var answer = caller.replyLater("Ciao", "msg:7", Duration.ofMillis(300));

        assertThatThrownBy(answer::get).cause().isInstanceOf(HttpTimeoutException.class);
        Inbox.waitForStatus("msg:7", "delivered");
    }

    @Test
    void held_answers_go_out_when_they_are_released() throws Exception {
        caller.giuliaWrites("Buongiorno");
        caller.post("/control/faults", "{\"holdAnswers\":true}");

        var answer = caller.replyLater("Ciao", "msg:8", PATIENCE);
        Inbox.waitForStatus("msg:8", "sent");
        assertThat(answer).isNotDone();
        assertThat(caller.get("/control/faults").json().path("heldAnswers").asInt())
                .isEqualTo(1);

        caller.post("/control/faults", "{\"holdAnswers\":false}");
        assertThat(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode())
                .isEqualTo(200);
    }

    @Test
    void drivers_choose_times_ids_copies_order_and_batches() {
        var messages = IntStream.range(0, 20)
                .mapToObj(index -> "{\"customer\":\"%s\",\"text\":\"%d\",\"timestamp\":%d,\"id\":\"wamid.D%d\"}"
                        .formatted(GIULIA, index, 1_795_359_600 + index, index))
                .collect(Collectors.joining(","));

        var order = caller.post(
                "/control/webhooks",
                "{\"messages\":[%s],\"shuffle\":true,\"seed\":7,\"copies\":2,\"batch\":5}".formatted(messages));

        assertThat(order.status()).isEqualTo(202);
        assertThat(order.json().path("ids")).hasSize(8);
        var received = Inbox.waitForMessages(40);
        var ids = received.stream().map(message -> message.path("id").asText()).toList();
        assertThat(ids.stream().collect(toSet())).hasSize(20);
        assertThat(ids).isNotEqualTo(ids.stream().sorted().toList());
        assertThat(received)
                .filteredOn(message -> message.path("id").asText().equals("wamid.D7"))
                .allSatisfy(message ->
                        assertThat(message.path("timestamp").asText()).isEqualTo("1795359607"));
        assertThat(Inbox.waitFor(_ -> true))
                .allSatisfy(webhook -> assertThat(webhook.messages()).hasSize(5));
        assertThat(phone()).hasSize(20);
    }

    @Test
    void drivers_may_send_statuses_other_types_and_unknown_customers() {
        caller.post("/control/webhooks", """
                {"messages":[{"customer":"+39 399 000 0001","name":"Nuova","type":"sticker","content":{"id":"1"}}],
                 "statuses":[{"customer":"393475550198","id":"wamid.X","status":"read","callbackData":"early"}]}""");

        assertThat(Inbox.waitForMessages(1).getFirst().at("/sticker/id").asText())
                .isEqualTo("1");
        assertThat(Inbox.waitForStatus("early", "read").path("id").asText()).isEqualTo("wamid.X");
    }

    @Test
    void drivers_may_send_raw_bytes_which_are_signed_and_not_repeated() {
        Inbox.answers(_ -> 400);

        var id = caller.post("/control/webhooks", "{\"raw\":\"{\\\"object\\\":\"}")
                .json()
                .at("/ids/0")
                .asLong();

        var raw = Inbox.waitFor(received -> !received.isEmpty()).getFirst();
        assertThat(raw.text()).isEqualTo("{\"object\":");
        assertThat(raw.isSigned()).isTrue();
        waitUntil(() -> caller.get("/control/webhooks").json().path("pending").isEmpty());
        assertThat(caller.get("/control/webhooks").json().path("items"))
                .filteredOn(item -> item.at("/ids/0").asLong() == id)
                .singleElement()
                .satisfies(item -> assertThat(item.path("outcome").asText()).isEqualTo("expired"));
    }

    @Test
    void customers_without_a_number_are_answered_by_bsuid() {
        var ada = caller.post("/control/customers", "{\"name\":\"Ada\",\"username\":\"ada.l\"}")
                .json();
        var bsuid = ada.path("bsuid").asText();
        caller.post("/control/customers/" + bsuid + "/messages", "{\"text\":\"Salve\"}");

        assertThat(Inbox.waitForMessages(1).getFirst().has("from")).isFalse();
        var answer = caller.graph(
                "local-access-token",
                NUMBER,
                Caller.replyBody("Ciao Ada", "msg:9").replace("\"to\":\"+" + GIULIA, "\"recipient\":\"" + bsuid));

        assertThat(answer.json().at("/contacts/0/user_id").asText()).isEqualTo(bsuid);
        var status = Inbox.waitForStatus("msg:9", "delivered");
        assertThat(status.path("recipient_user_id").asText()).isEqualTo(bsuid);
        assertThat(status.has("recipient_id")).isFalse();
    }

    @Test
    void customers_send_more_than_words() {
        var shown = caller.post("/control/customers/%s/messages".formatted(GIULIA), """
                {"type":"location","content":{"latitude":45.4642,"longitude":9.19,"name":"Bar Centrale"},
                 "context":{"id":"wamid.X","forwarded":true},"referral":{"source_type":"ad","source_id":"17"}}""");

        assertThat(shown.status()).isEqualTo(201);
        assertThat(phone().getFirst().path("text").asText()).isEqualTo("Location: Bar Centrale");
        assertThat(phone().getFirst().path("quoted").asText()).isEqualTo("wamid.X");
        var message = Inbox.waitForMessages(1).getFirst();
        assertThat(message.path("type").asText()).isEqualTo("location");
        assertThat(message.at("/location/latitude").asDouble()).isEqualTo(45.4642);
        assertThat(message.at("/context/forwarded").asBoolean()).isTrue();
        assertThat(message.at("/referral/source_id").asText()).isEqualTo("17");
        assertThat(message.has("text")).isFalse();
    }

    @Test
    void a_message_that_is_wrong_is_a_problem_that_says_where() {
        var path = "/control/customers/%s/messages".formatted(GIULIA);

        var nowhere = caller.post(path, "{\"type\":\"location\",\"content\":{\"latitude\":91}}");
        var noObject = caller.post(path, "{\"text\":\"Ciao\",\"context\":\"wamid.X\"}");

        assertThat(List.of(nowhere.status(), noObject.status())).containsExactly(400, 400);
        assertThat(nowhere.json().at("/violations/0/field").asText()).isEqualTo("content");
        assertThat(noObject.json().path("detail").asText()).contains("context");
    }

    @Test
    void nonsense_in_the_control_api_is_a_problem_with_a_reason() {
        var unknownFault = caller.post("/control/faults", "{\"earthquake\":true}");
        var backwards = caller.post("/control/clock", "{\"jump\":\"PT-1H\"}");
        var nobody = caller.post("/control/customers/390000000000/messages", "{\"text\":\"Ciao\"}");
        var nameless = caller.post("/control/customers", "{\"phone\":\"+393470000000\"}");

        assertThat(List.of(unknownFault.status(), backwards.status(), nobody.status(), nameless.status()))
                .containsExactly(400, 400, 404, 400);
        assertThat(unknownFault.json().path("reasonKey").asText()).isEqualTo("invalid-request");
        assertThat(nameless.json().at("/violations/0/key").asText()).isEqualTo("name-missing");
    }

    @Test
    void what_a_body_leaves_out_is_asked_for() {
        var answers = List.of(
                caller.post("/control/webhooks", "null"),
                caller.post("/control/webhooks", "{\"messages\":[null]}"),
                caller.post("/control/clock", "{}"),
                caller.post("/control/customers", "null"),
                caller.post("/control/customers/%s/messages".formatted(GIULIA), "{}"),
                caller.put("/control/phones/a-page", "null"));

        assertThat(answers).extracting(Caller.Answer::status).containsOnly(400);
        assertThat(answers)
                .extracting(answer -> answer.json().path("reasonKey").asText())
                .containsOnly("invalid-request");
    }

    @Test
    void the_newcomers_steps_tick_themselves() {
        caller.giuliaWrites("Buongiorno");
        Inbox.waitForMessages(1);
        waitForPhone(message -> message.path("status").asText().equals("delivered"));
        caller.reply("Ciao", "msg:10");
        caller.post("/control/clock", "{\"jump\":\"P1D\"}");

        assertThat(caller.get("/control/state").json().path("steps"))
                .extracting(JsonNode::asText)
                .containsExactly("wrote", "arrived", "replied", "jumped");
    }

    private List<JsonNode> phone() {
        var items = caller.get("/control/customers/%s/messages".formatted(GIULIA))
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private void waitForPhone(Predicate<JsonNode> wanted) {
        waitUntil(() -> phone().stream().anyMatch(wanted));
    }

    private static void waitUntil(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the time that a test may take").isLessThan(end);
        }
    }

    private long lastCall() {
        return caller.get("/control/calls?since=0&limit=100000")
                .json()
                .path("sequence")
                .asLong();
    }
}
