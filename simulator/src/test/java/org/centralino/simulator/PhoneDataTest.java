package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the phone beside the number has, and hands over once.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class PhoneDataTest {
    private static final String HISTORY = "{\"messaging_product\":\"whatsapp\",\"sync_type\":\"history\"}";
    private static final String CONTACTS = "{\"messaging_product\":\"whatsapp\",\"sync_type\":\"smb_app_state_sync\"}";

    @TestHTTPResource
    URI base;

    private Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @Test
    void the_history_comes_in_pieces_up_to_the_end_and_is_asked_for_once() {
        assertThat(caller.phoneData(HISTORY).json().path("request_id").asText()).isNotEmpty();

        var webhooks = Inbox.waitFor(received ->
                received.stream().anyMatch(it -> isLast(it.json().at("/entry/0/changes/0/value/history/0/metadata"))));

        assertThat(webhooks).allSatisfy(webhook -> {
            assertThat(webhook.isSigned()).isTrue();
            assertThat(webhook.json().at("/entry/0/changes/0/field").asText()).isEqualTo("history");
            assertThat(webhook.json()
                            .at("/entry/0/changes/0/value/metadata/phone_number_id")
                            .asText())
                    .isNotEmpty();
        });
        var again = caller.phoneData(HISTORY);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().at("/error/code").asInt()).isEqualTo(2593107);
    }

    @Test
    void files_come_behind() {
        caller.post("/control/past/history", "{\"people\":1,\"messages\":100}");

        var filled = Inbox.waitFor(received ->
                received.stream().anyMatch(it -> !pictures(it.json()).isEmpty()));

        assertThat(filled).isNotEmpty();
    }

    @Test
    void whoever_has_the_phone_may_hand_over_nothing() {
        caller.put("/control/past", "{\"declined\":true}");

        caller.phoneData(HISTORY);

        var webhook = Inbox.waitFor(received -> !received.isEmpty()).getFirst();
        assertThat(webhook.json()
                        .at("/entry/0/changes/0/value/history/0/errors/0/code")
                        .asInt())
                .isEqualTo(2593109);
    }

    @Test
    void the_address_book_has_everybody_by_a_name_of_its_own() {
        assertThat(caller.phoneData(CONTACTS).status()).isEqualTo(200);

        var webhook = Inbox.waitFor(received -> !received.isEmpty()).getFirst();
        assertThat(webhook.json().at("/entry/0/changes/0/field").asText()).isEqualTo("smb_app_state_sync");
        assertThat(webhook.json().at("/entry/0/changes/0/value/state_sync").findValuesAsText("full_name"))
                .contains("Giulia (cliente)");
    }

    @Test
    void anything_else_is_refused() {
        assertThat(caller.phoneData("{\"sync_type\":\"photos\"}")
                        .json()
                        .at("/error/code")
                        .asInt())
                .isEqualTo(100);
        assertThat(caller.phoneData("{}").json().at("/error/code").asInt()).isEqualTo(100);
        assertThat(caller.post("/control/past/history", "{\"people\":0}").status())
                .isEqualTo(400);
    }

    private static boolean isLast(JsonNode metadata) {
        return metadata.path("phase").asInt() == 2 && metadata.path("progress").asInt() == 100;
    }

    private static List<String> pictures(JsonNode webhook) {
        return webhook.at("/entry/0/changes/0/value").findValuesAsText("mime_type");
    }
}
