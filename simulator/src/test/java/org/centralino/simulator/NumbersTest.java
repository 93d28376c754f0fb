package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.centralino.simulator.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Business numbers: listed, added, registered, described and subscribed.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class NumbersTest {
    private static final String WABA = "290000000000017";
    private static final String PIN = """
            {"messaging_product":"whatsapp","pin":"%s"}""";

    @TestHTTPResource
    URI base;

    Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @Test
    void a_number_that_is_added_is_listed_in_its_account_and_not_registered() {
        var rome = add("");

        var listed = call("GET", WABA + "/phone_numbers?fields=display_phone_number,status", "");

        assertThat(listed.json().at("/data")).hasSize(2);
        assertThat(listed.json().at("/data/1/id").asText()).isEqualTo(rome);
        assertThat(listed.json().at("/data/1/status").asText()).isEqualTo("PENDING");
        assertThat(listed.json().at("/data/0/status").asText()).isEqualTo("CONNECTED");
        assertThat(codeOf(call("GET", "1/phone_numbers", ""))).isEqualTo(100);
    }

    @Test
    void a_number_that_is_not_registered_neither_sends_nor_is_written_to() {
        var rome = add("");

        assertThat(codeOf(caller.graph(Caller.TOKEN, rome, Caller.replyBody("Ciao", "1"))))
                .isEqualTo(133010);
        assertThat(writes(rome).status()).isEqualTo(409);
    }

    @Test
    void the_first_pin_becomes_that_of_the_number_and_a_wrong_one_is_refused_until_they_are_too_many() {
        var rome = add("");

        assertThat(call("POST", rome + "/register", PIN.formatted("123456")).status())
                .isEqualTo(200);
        for (var times = 0; times < 3; times++) {
            assertThat(codeOf(call("POST", rome + "/register", PIN.formatted("000000"))))
                    .isEqualTo(133005);
        }
        assertThat(codeOf(call("POST", rome + "/register", PIN.formatted("123456"))))
                .isEqualTo(133008);
        assertThat(call("POST", rome, "{\"pin\":\"654321\"}").status()).isEqualTo(200);
        assertThat(call("POST", rome + "/register", PIN.formatted("654321")).status())
                .isEqualTo(200);
        assertThat(codeOf(call("POST", rome + "/register", PIN.formatted("12"))))
                .isEqualTo(100);
    }

    @Test
    void it_is_registered_and_deregistered_ten_times_in_seventy_two_hours_at_most() {
        var rome = add("");

        for (var times = 0; times < 5; times++) {
            assertThat(call("POST", rome + "/register", PIN.formatted("123456")).status())
                    .isEqualTo(200);
            assertThat(call("POST", rome + "/deregister", "").status()).isEqualTo(200);
        }
        assertThat(codeOf(call("POST", rome + "/register", PIN.formatted("123456"))))
                .isEqualTo(133016);

        caller.post("/control/clock", "{\"jump\":\"PT73H\"}");

        assertThat(call("POST", rome + "/register", PIN.formatted("123456")).status())
                .isEqualTo(200);
    }

    @Test
    void a_customer_writes_to_the_number_that_he_chooses() {
        var rome = add("");
        call("POST", rome + "/register", PIN.formatted("123456"));

        assertThat(writes(rome).status()).isEqualTo(201);

        var webhook = Inbox.waitFor(received -> !received.isEmpty()).getFirst();
        assertThat(webhook.json()
                        .at("/entry/0/changes/0/value/metadata/phone_number_id")
                        .asText())
                .isEqualTo(rome);
        assertThat(caller.graph(Caller.TOKEN, rome, Caller.replyBody("Ciao", "1"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_happens_in_an_account_is_told_to_who_has_subscribed_it() {
        var bari = add(",\"waba\":\"290000000000099\"");
        call("POST", bari + "/register", PIN.formatted("123456"));
        assertThat(call("GET", "290000000000099/subscribed_apps", "").json().at("/data"))
                .isEmpty();

        writes(bari);
        call("POST", "290000000000099/subscribed_apps", "{}");
        var second = writes(bari);

        var heard = Inbox.waitFor(received -> !received.isEmpty());
        assertThat(heard)
                .singleElement()
                .satisfies(webhook -> assertThat(webhook.json()
                                .at("/entry/0/changes/0/value/messages/0/id")
                                .asText())
                        .isEqualTo(second.json().path("id").asText()));
        assertThat(call("DELETE", "290000000000099/subscribed_apps", "").status())
                .isEqualTo(200);
    }

    @Test
    void the_profile_is_changed_within_its_limits() {
        var path = Caller.NUMBER + "/whatsapp_business_profile";

        var changed = call("POST", path, """
                {"messaging_product":"whatsapp","about":"Luci dal 1962","websites":["https://casalume.example"]}""");
        var refused = call("POST", path, """
                {"messaging_product":"whatsapp","about":"%s"}""".formatted("x".repeat(140)));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(codeOf(refused)).isEqualTo(100);
        assertThat(call("GET", path, "").json().at("/data/0/about").asText()).isEqualTo("Luci dal 1962");
    }

    @Test
    void a_picture_of_the_profile_is_named_by_the_handle_of_one() {
        var path = Caller.NUMBER + "/whatsapp_business_profile";
        var wanted = "{\"messaging_product\":\"whatsapp\",\"profile_picture_handle\":\"%s\"}";

        assertThat(codeOf(call("POST", path, wanted.formatted("4::YXBwbGljYXRpb24vcGRm:9"))))
                .isEqualTo(100);
        assertThat(call("POST", path, wanted.formatted("4::aW1hZ2UvcG5n:9")).status())
                .isEqualTo(200);

        assertThat(call("GET", path, "")
                        .json()
                        .at("/data/0/profile_picture_url")
                        .asText())
                .startsWith("https://");
    }

    @Test
    void qr_codes_are_made_changed_and_deleted() {
        var path = Caller.NUMBER + "/message_qrdls";

        var made = call("POST", path, "{\"prefilled_message\":\"Buongiorno!\",\"generate_qr_image\":\"SVG\"}");
        var code = made.json().path("code").asText();
        call("POST", path, "{\"prefilled_message\":\"Buonasera!\",\"code\":\"%s\"}".formatted(code));

        assertThat(made.json().path("deep_link_url").asText()).isEqualTo("https://wa.me/message/" + code);
        assertThat(call("GET", path, "").json().at("/data/0/prefilled_message").asText())
                .isEqualTo("Buonasera!");
        assertThat(call("DELETE", path + "/" + code, "").status()).isEqualTo(200);
        assertThat(codeOf(call("DELETE", path + "/" + code, ""))).isEqualTo(100);
        assertThat(codeOf(call("POST", path, "{\"prefilled_message\":\"%s\"}".formatted("x".repeat(141)))))
                .isEqualTo(100);
    }

    @Test
    void a_number_sends_as_well_as_the_worst_of_those_that_take_part() {
        var rome = add("");
        assertThat(health(rome).path("can_send_message").asText()).isEqualTo("AVAILABLE");

        become(rome, """
                {"health":{"PHONE_NUMBER":{"canSend":"LIMITED","hints":["The name waits for approval."]},
                  "WABA":{"canSend":"BLOCKED","errors":[
                    {"code":141010,"description":"No payment method","solution":"Add one"}]}}}""");

        var health = health(rome);
        assertThat(health.path("can_send_message").asText()).isEqualTo("BLOCKED");
        assertThat(health.path("entities"))
                .extracting(entity -> entity.path("entity_type").asText())
                .containsExactly("PHONE_NUMBER", "WABA", "BUSINESS", "APP");
        assertThat(health.at("/entities/0/can_send_message").asText()).isEqualTo("LIMITED");
        assertThat(health.at("/entities/0/additional_info/0").asText()).isEqualTo("The name waits for approval.");
        assertThat(health.at("/entities/1/errors/0/error_code").asInt()).isEqualTo(141010);
        assertThat(health.at("/entities/1/errors/0/possible_solution").asText()).isEqualTo("Add one");
        assertThat(health.at("/entities/1/id").asText()).isEqualTo(WABA);
    }

    @Test
    void what_an_account_suffers_from_its_other_numbers_suffer_from_too_until_it_is_well_again() {
        var rome = add("");
        var bari = caller.post(
                        "/control/numbers",
                        "{\"name\":\"Bari\",\"phone\":\"+39 080 9999 0003\",\"waba\":\"290000000000099\"}")
                .json()
                .path("phoneNumberId")
                .asText();

        become(rome, "{\"health\":{\"WABA\":{\"canSend\":\"LIMITED\"},\"PHONE_NUMBER\":{\"canSend\":\"BLOCKED\"}}}");

        assertThat(health(Caller.NUMBER).path("can_send_message").asText()).isEqualTo("LIMITED");
        assertThat(health(bari).path("can_send_message").asText()).isEqualTo("AVAILABLE");
        become(rome, "{\"health\":{\"WABA\":null}}");
        assertThat(health(Caller.NUMBER).path("can_send_message").asText()).isEqualTo("AVAILABLE");
        assertThat(health(rome).path("can_send_message").asText()).isEqualTo("BLOCKED");
    }

    @Test
    void each_number_takes_as_many_messages_a_second_as_it_was_raised_to() {
        var rome = add("");
        call("POST", rome + "/register", PIN.formatted("123456"));
        writes(rome);
        become(rome, "{\"throughput\":\"HIGH\"}");
        caller.post("/control/faults", "{\"throughputLimit\":true}");

        assertThat(throughput(rome)).isEqualTo("HIGH");
        assertThat(throughput(Caller.NUMBER)).isEqualTo("STANDARD");
        assertThat(refusedOfMany(rome)).isZero();
        assertThat(refusedOfMany(Caller.NUMBER)).isPositive();

        become(rome, "{\"throughput\":\"STANDARD\"}");
        assertThat(refusedOfMany(rome)).isPositive();
    }

    @Test
    void who_does_not_ask_for_its_health_by_name_is_not_told() {
        assertThat(call("GET", Caller.NUMBER, "").json().has("health_status")).isFalse();
        assertThat(call("GET", Caller.NUMBER + "?fields=status", "").json().has("health_status"))
                .isFalse();
        assertThat(call("GET", WABA + "/phone_numbers?fields=health_status", "")
                        .json()
                        .at("/data/0/health_status/can_send_message")
                        .asText())
                .isEqualTo("AVAILABLE");
    }

    @Test
    void a_change_of_a_number_that_makes_no_sense_is_refused() {
        var path = "/control/numbers/" + Caller.NUMBER;

        assertThat(caller.patch(path, "{}").status()).isEqualTo(400);
        assertThat(caller.patch(path, "{\"throughput\":\"FAST\"}").status()).isEqualTo(400);
        assertThat(caller.patch(path, "{\"health\":{\"APP\":{}}}").status()).isEqualTo(400);
        assertThat(caller.patch(path, "{\"health\":{\"APP\":{\"canSend\":\"WELL\"}}}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.patch(path, "{\"health\":{\"APP\":{\"canSend\":\"AVAILABLE\",\"hints\":[\"No\"]}}}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.patch(path, "{\"health\":{\"APP\":{\"canSend\":\"BLOCKED\",\"errors\":[{\"code\":1}]}}}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.patch("/control/numbers/1", "{\"health\":{\"APP\":null}}")
                        .status())
                .isEqualTo(404);
    }

    private String throughput(String phoneNumberId) {
        return call("GET", phoneNumberId, "").json().at("/throughput/level").asText();
    }

    /// @return how many of so many sends at once were over the limit of 80 in a second
    private long refusedOfMany(String phoneNumberId) {
        var calls = IntStream.range(0, 400)
                .mapToObj(index -> caller.graphLater(phoneNumberId, Caller.replyBody("Ciao", "n" + index)))
                .toList();
        return calls.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.body().contains("130429"))
                .count();
    }

    private JsonNode health(String phoneNumberId) {
        return call("GET", phoneNumberId + "?fields=health_status", "").json().path("health_status");
    }

    private void become(String phoneNumberId, String change) {
        assertThat(caller.patch("/control/numbers/" + phoneNumberId, change).status())
                .isEqualTo(200);
    }

    /// @return the Graph id of a new number
    private String add(String more) {
        var added = caller.post(
                "/control/numbers", "{\"name\":\"Casa Lume Roma\",\"phone\":\"+39 06 9999 0002\"%s}".formatted(more));
        assertThat(added.status()).isEqualTo(201);
        return added.json().path("phoneNumberId").asText();
    }

    private Answer writes(String phoneNumberId) {
        return caller.post(
                "/control/customers/%s/messages?number=%s".formatted(Caller.GIULIA, phoneNumberId),
                "{\"text\":\"Buongiorno\"}");
    }

    private Answer call(String method, String path, String json) {
        return caller.templates(method, path, json);
    }

    private static int codeOf(Answer answer) {
        return answer.json().at("/error/code").asInt();
    }
}
