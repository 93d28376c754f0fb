package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
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
