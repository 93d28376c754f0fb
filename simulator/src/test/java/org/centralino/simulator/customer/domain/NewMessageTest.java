package org.centralino.simulator.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.centralino.simulator.customer.domain.NewMessage.Objection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NewMessageTest {
    private static final Map<String, Object> BAR = Map.of("latitude", 45.4, "longitude", 9.1, "name", "Bar");
    private static final Object ORDER =
            Map.of("product_items", List.of(Map.of("product_retailer_id", "OLIO-5L", "quantity", 2)));

    static List<Arguments> kinds() {
        return List.of(
                Arguments.of("location", BAR, "Location: Bar"),
                Arguments.of("location", Map.of("latitude", 45.4, "longitude", 9), "Location: 45.4, 9"),
                Arguments.of(
                        "contacts",
                        List.of(Map.of("name", Map.of("formatted_name", "Ida")), Map.of()),
                        "Contacts: Ida"),
                Arguments.of("order", ORDER, "Order: 2 × OLIO-5L"),
                Arguments.of("button", Map.of("text", "Sì", "payload", "P"), "Sì"),
                Arguments.of("interactive", reply("button_reply", Map.of("id", "c", "title", "Confermo")), "Confermo"),
                Arguments.of("interactive", reply("list_reply", Map.of("id", "slot-3")), "slot-3"),
                Arguments.of("interactive", reply("nfm_reply", Map.of("response_json", "{}")), "Form: {}"),
                Arguments.of(
                        "interactive",
                        reply("call_permission_reply", Map.of("response", "accept")),
                        "Call permission: accept"),
                Arguments.of("unsupported", Map.of("type", "poll_update"), "Unsupported: poll_update"),
                Arguments.of("unsupported", null, "Unsupported"),
                Arguments.of("request_welcome", null, "Chat opened"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_is_said_in_the_platforms_form_and_in_words(String type, @Nullable Object content, String words) {
        var message = message(type, content);

        assertThat(message.objection()).isEmpty();
        assertThat(message.said()).containsEntry("type", type);
        assertThat(message.said().get(type)).isEqualTo(content);
        assertThat(message.words()).isEqualTo(words);
    }

    static List<Arguments> mistakes() {
        return List.of(
                Arguments.of("text", null, "text-missing"),
                Arguments.of("text", Map.of("body", "Ciao"), "content-invalid"),
                Arguments.of("location", null, "content-invalid"),
                Arguments.of("location", Map.of("latitude", 91, "longitude", 9), "content-invalid"),
                Arguments.of("location", Map.of("latitude", "45", "longitude", 9), "content-invalid"),
                Arguments.of("contacts", List.of(), "content-invalid"),
                Arguments.of("contacts", List.of("Ida"), "content-invalid"),
                Arguments.of("order", Map.of("text", "Ciao"), "content-invalid"),
                Arguments.of("button", Map.of("payload", "P"), "content-invalid"),
                Arguments.of("interactive", Map.of("type", "button_reply"), "content-invalid"),
                Arguments.of("interactive", reply("hologram", Map.of()), "content-invalid"),
                Arguments.of("unsupported", "poll", "content-invalid"),
                Arguments.of("request_welcome", Map.of(), "content-invalid"),
                Arguments.of("hologram", Map.of(), "type-unknown"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void what_is_wrong_is_said(String type, @Nullable Object content, String key) {
        assertThat(message(type, content).objection()).map(Objection::key).contains(key);
    }

    @Test
    void a_tap_on_an_ad_needs_no_words() {
        var message = new NewMessage(null, null, null, null, Map.of("headline", "Saldi"), null, null, null, null);

        assertThat(message.objection()).isEmpty();
        assertThat(message.said()).containsOnlyKeys("referral", "type");
        assertThat(message.words()).isEqualTo("From an ad: Saldi");
    }

    @Test
    void only_a_text_has_its_words_beside_it() {
        var message = new NewMessage("Ciao", "location", BAR, null, null, null, null, null, null);

        assertThat(message.objection()).map(Objection::key).contains("text-not-wanted");
    }

    @Test
    void what_a_message_answers_may_be_said_in_two_ways() {
        var byContext =
                new NewMessage("Ciao", null, null, Map.of("id", "w", "forwarded", true), null, null, null, null, null);
        var byName = new NewMessage("Ciao", null, null, Map.of("forwarded", true), null, null, null, "w", null);

        assertThat(byContext.answers()).isEqualTo("w");
        assertThat(byName.said()).isEqualTo(byContext.said());
    }

    private static NewMessage message(String type, @Nullable Object content) {
        return new NewMessage(null, type, content, null, null, null, null, null, null);
    }

    private static Object reply(String kind, Object reply) {
        return Map.of("type", kind, kind, reply);
    }
}
