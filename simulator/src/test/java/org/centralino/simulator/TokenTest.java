package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.simulator.Caller.NUMBER;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Access tokens of single numbers, and what is told of a token.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class TokenTest {
    private static final String WABA = "290000000000017";

    @TestHTTPResource
    URI base;

    private Caller caller;
    private String rome;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
        rome = caller.post("/control/numbers", "{\"name\":\"Roma\",\"phone\":\"+39 06 9999 0002\"}")
                .json()
                .path("phoneNumberId")
                .asText();
    }

    @Test
    void one_that_is_made_for_a_number_is_good_for_it_alone_and_no_other_is() {
        var own = made("{\"number\":\"%s\"}".formatted(rome));

        assertThat(code(Caller.TOKEN, rome)).isEqualTo(190);
        assertThat(code(own, rome)).isNotEqualTo(190);
        assertThat(code(own, NUMBER)).isEqualTo(190);
        assertThat(code(Caller.TOKEN, NUMBER)).isNotEqualTo(190);
    }

    @Test
    void what_it_permits_and_until_when_is_told_to_itself() {
        var own = made("{\"number\":\"%s\",\"scopes\":[\"whatsapp_business_messaging\"],\"expires\":\"PT48H\"}"
                .formatted(rome));

        var told = told(own);
        assertThat(told.path("is_valid").asBoolean()).isTrue();
        assertThat(told.at("/scopes/0").asText()).isEqualTo("whatsapp_business_messaging");
        assertThat(told.path("expires_at").asLong()).isPositive();

        caller.post("/control/clock", "{\"jump\":\"PT49H\"}");
        assertThat(code(own, rome)).isEqualTo(190);
    }

    @Test
    void one_that_has_expired_is_told_from_one_that_never_was() {
        var own = made("{\"number\":\"%s\",\"expires\":\"PT48H\"}".formatted(rome));
        caller.post("/control/clock", "{\"jump\":\"PT49H\"}");

        assertThat(subcode(own, rome)).isEqualTo(463);
        assertThat(subcode("EAAGnobody", rome)).isNotEqualTo(463);
    }

    @Test
    void a_token_that_is_said_to_have_expired_is_replaced_by_the_next_that_is_made() {
        caller.post("/control/faults", "{\"tokenExpired\":true,\"batches\":true}");

        made("{\"number\":\"%s\"}".formatted(rome));

        var faults = caller.get("/control/faults").json();
        assertThat(faults.path("tokenExpired").asBoolean()).isFalse();
        assertThat(faults.path("batches").asBoolean()).isTrue();
    }

    @Test
    void a_number_that_is_not_there_gets_none() {
        assertThat(caller.post("/control/token", "{\"number\":\"1\"}").status()).isEqualTo(400);
        assertThat(caller.post("/control/token", "{\"number\":\"%s\",\"expires\":\"soon\"}".formatted(rome))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void one_that_permits_no_messages_neither_sends_nor_fetches_nor_brings_files() {
        var token = permitting("\"whatsapp_business_management\"");
        var file = sentFile();

        var send = caller.graph(token, NUMBER, Caller.replyBody("Ciao", "1"));
        assertThat(send.status()).isEqualTo(403);
        assertThat(send.json().at("/error/code").asInt()).isEqualTo(200);
        assertThat(send.json().at("/error/error_data/details").asText()).contains("whatsapp_business_messaging");
        assertThat(codeOf(token, "GET", file, "")).isEqualTo(200);
        assertThat(codeOf(token, "GET", NUMBER + "/block_users", "")).isEqualTo(200);
        assertThat(call(token, "GET", NUMBER, "").status()).isEqualTo(200);
    }

    @Test
    void one_that_permits_messages_alone_manages_nothing() {
        var token = permitting("\"whatsapp_business_messaging\"");
        caller.giuliaWrites("Buongiorno");

        assertThat(caller.graph(token, NUMBER, Caller.replyBody("Ciao", "1")).status())
                .isEqualTo(200);
        assertThat(call(token, "GET", sentFile(), "").status()).isEqualTo(200);
        for (var path : List.of(
                NUMBER,
                NUMBER + "/whatsapp_business_profile",
                NUMBER + "/message_qrdls",
                WABA + "/phone_numbers",
                WABA + "/message_templates",
                WABA + "/subscribed_apps",
                WABA + "/product_catalogs")) {
            var refused = call(token, "GET", path, "");
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.json().at("/error/code").asInt()).as(path).isEqualTo(10);
        }
        for (var path : List.of(
                NUMBER,
                NUMBER + "/register",
                NUMBER + "/deregister",
                NUMBER + "/smb_app_data",
                WABA + "/message_templates",
                WABA + "/subscribed_apps",
                "660000000000011/uploads")) {
            assertThat(codeOf(token, "POST", path, "{}")).as(path).isEqualTo(10);
        }
    }

    @Test
    void what_is_not_there_is_unknown_whatever_the_token_permits() {
        var token = permitting("");

        assertThat(codeOf(token, "GET", "1/phone_numbers", "")).isEqualTo(100);
        assertThat(call(token, "GET", "debug_token?input_token=" + token, "").status())
                .isEqualTo(200);
    }

    /// @return one of the main number that permits this
    private String permitting(String scopes) {
        return made("{\"number\":\"%s\",\"scopes\":[%s]}".formatted(NUMBER, scopes));
    }

    private String sentFile() {
        return caller.post(
                        "/control/customers/%s/messages".formatted(Caller.GIULIA),
                        "{\"type\":\"image\",\"content\":{\"mime_type\":\"image/jpeg\",\"data\":\"/9j/4AAQSkZJRg==\"}}")
                .json()
                .path("file")
                .asText();
    }

    private Caller.Answer call(String token, String method, String path, String json) {
        return caller.management(token, method, path, json);
    }

    private int codeOf(String token, String method, String path, String json) {
        return call(token, method, path, json).json().at("/error/code").asInt();
    }

    private String made(String wanted) {
        return caller.post("/control/token", wanted).json().path("token").asText();
    }

    private int subcode(String token, String number) {
        return caller.graph(token, number, "{}")
                .json()
                .at("/error/error_subcode")
                .asInt();
    }

    private int code(String token, String number) {
        return caller.graph(token, number, "{}").json().at("/error/code").asInt();
    }

    private JsonNode told(String token) {
        return caller.graphGet(token, "debug_token?input_token=" + token).json().path("data");
    }
}
