package org.centralino.conversation.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.centralino.conversation.Desk;
import org.centralino.conversation.RealInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Places, cards and questions that operators send.
@QuarkusTest
@RealInfrastructure
class MadeContentTest {
    private static final Map<String, Object> PLACE =
            Map.of("type", "location", "latitude", 45.4642, "longitude", 9.19, "name", "Duomo", "address", "Milano");
    private static final Map<String, Object> BUTTONS = Map.of(
            "type", "buttons", "text", "Confermi la consegna?", "footer", "Casa Lume", "buttons", List.of("Sì", "No"));
    private static final Map<String, Object> OPTIONS = Map.of(
            "type",
            "options",
            "text",
            "Scegli una fascia",
            "button",
            "Vedi orari",
            "sections",
            List.of(
                    Map.of("title", "Mattina", "rows", List.of(Map.of("title", "9-11", "description", "Libero"))),
                    Map.of("title", "Pomeriggio", "rows", List.of(Map.of("title", "15-17")))));
    private static final Map<String, Object> LINK =
            Map.of("type", "link", "text", "Segui il pacco", "button", "Apri", "url", "https://track.example/1");

    static List<Map<String, Object>> kinds() {
        return List.of(
                PLACE,
                BUTTONS,
                OPTIONS,
                LINK,
                Map.of("type", "location-request", "text", "Dove ti trovi?"),
                Map.of(
                        "type",
                        "contacts",
                        "cards",
                        List.of(Map.of("name", "Bruno Conti", "phones", List.of(Map.of("value", "+39023456789"))))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void each_kind_is_queued_as_it_is_and_posted_twice_it_is_one(Map<String, Object> content) {
        var conversation = heldByAnna();
        var id = UUID.randomUUID();

        send(conversation, id, content).statusCode(202).body("content.type", equalTo(content.get("type")));

        send(conversation, id, content).statusCode(202).body("sequence", equalTo(2));
        assertThat(Desk.texts(conversation).getLast()).isNotBlank();
    }

    @Test
    void buttons_and_rows_are_named_by_their_places_for_the_customers_answer() {
        var conversation = heldByAnna();

        send(conversation, UUID.randomUUID(), BUTTONS).body("content.buttons.id", equalTo(List.of("1", "2")));
        send(conversation, UUID.randomUUID(), OPTIONS)
                .body("content.sections.rows.id", equalTo(List.of(List.of("1.1"), List.of("2.1"))));
    }

    @Test
    void what_the_platform_does_not_take_is_refused_with_the_field_and_the_limit() {
        var conversation = heldByAnna();

        refused(conversation, with(PLACE, "latitude", 91), "latitude");
        refused(conversation, with(BUTTONS, "buttons", List.of("a", "b", "c", "d")), "buttons");
        refused(conversation, with(BUTTONS, "buttons", List.of("Ventuno caratteri qui")), "buttons");
        refused(conversation, with(BUTTONS, "text", "x".repeat(1025)), "text");
        refused(conversation, with(BUTTONS, "footer", "x".repeat(61)), "footer");
        refused(conversation, with(OPTIONS, "button", ""), "button");
        refused(conversation, with(LINK, "text", " "), "text");
    }

    @Test
    void an_emoji_is_one_character_as_the_page_counts_them() {
        var conversation = heldByAnna();
        var longest = with(
                with(with(BUTTONS, "buttons", List.of("🙂".repeat(20))), "footer", "🙂".repeat(60)),
                "text",
                "🙂".repeat(1024));

        send(conversation, UUID.randomUUID(), longest).statusCode(202);

        send(conversation, UUID.randomUUID(), with(longest, "buttons", List.of("🙂".repeat(21))))
                .statusCode(400)
                .body("detail", containsString("is longer than WhatsApp allows: at most 20 characters"));
        refused(conversation, with(longest, "text", "🙂".repeat(1025)), "text");
    }

    @Test
    void what_does_not_go_together_is_refused_in_words() {
        var conversation = heldByAnna();

        send(conversation, UUID.randomUUID(), with(BUTTONS, "buttons", List.of("Sì", "Sì ")))
                .statusCode(400)
                .body("detail", containsString("content.buttons[1] stands on another button"));
        send(conversation, UUID.randomUUID(), with(LINK, "url", "javascript:alert(1)"))
                .statusCode(400)
                .body("detail", containsString("content.url"));
        var six = IntStream.range(0, 6)
                .mapToObj(row -> Map.of("title", "riga " + row))
                .toList();
        send(
                        conversation,
                        UUID.randomUUID(),
                        with(
                                OPTIONS,
                                "sections",
                                List.of(Map.of("title", "uno", "rows", six), Map.of("title", "due", "rows", six))))
                .statusCode(400)
                .body("detail", containsString("at most ten in all"));
        send(
                        conversation,
                        UUID.randomUUID(),
                        with(OPTIONS, "sections", List.of(Map.of("rows", six.subList(0, 2)), Map.of("rows", six))))
                .statusCode(400)
                .body("detail", containsString("content.sections[0].title is missing"));
    }

    private static void refused(UUID conversation, Map<String, Object> content, String field) {
        send(conversation, UUID.randomUUID(), content)
                .statusCode(400)
                .body("violations.field", hasItem(containsString(field)));
    }

    private static Map<String, Object> with(Map<String, Object> content, String field, Object value) {
        var other = new java.util.HashMap<>(content);
        other.put(field, value);
        return other;
    }

    private static ValidatableResponse send(UUID conversation, UUID id, Map<String, Object> content) {
        return Desk.reply("anna", conversation, id, content, 1, 1);
    }
}
