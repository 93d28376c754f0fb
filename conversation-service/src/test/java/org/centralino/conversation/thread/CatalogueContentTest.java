package org.centralino.conversation.thread;

import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.conversation.Platform.NUMBER;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.centralino.conversation.Desk;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.ChannelEvent.ChannelChanged;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.testkit.Patience;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Products that operators show.
@QuarkusTest
@RealInfrastructure
class CatalogueContentTest {
    private static final String CATALOGUE = "770000000000041";
    private static final Map<String, Object> LAMP =
            Map.of("productId", "LUME-01", "name", "Lampada Aurora", "price", "89,00 €");
    private static final Map<String, Object> ONE =
            Map.of("type", "product", "catalogId", CATALOGUE, "product", LAMP, "text", "È tornata");
    private static final Map<String, Object> SEVERAL = Map.of(
            "type",
            "products",
            "catalogId",
            CATALOGUE,
            "header",
            "Lampade",
            "text",
            "Ecco",
            "sections",
            List.of(Map.of("products", List.of(LAMP))));
    private static final Map<String, Object> ALL =
            Map.of("type", "catalogue", "catalogId", CATALOGUE, "text", "Guarda");

    @AfterEach
    void showNone() {
        tell(null);
    }

    @Test
    void products_of_the_numbers_catalogue_are_queued_with_their_names_and_prices_and_posted_twice_are_one() {
        var conversation = shown();
        var id = UUID.randomUUID();

        send(conversation, id, ONE)
                .statusCode(202)
                .body("content.text", equalTo("Lampada Aurora\nÈ tornata"))
                .body("content.product.price", equalTo("89,00 €"));
        send(conversation, id, ONE).statusCode(202);
        send(conversation, UUID.randomUUID(), SEVERAL)
                .statusCode(202)
                .body("content.sections[0].products[0].name", equalTo("Lampada Aurora"));
        send(conversation, UUID.randomUUID(), ALL).statusCode(202).body("content.type", equalTo("catalogue"));
    }

    @Test
    void those_of_another_catalogue_are_refused() {
        var conversation = shown();

        send(conversation, UUID.randomUUID(), with(ONE, "catalogId", "880000000000001"))
                .statusCode(409)
                .body("reasonKey", equalTo("catalogue-of-another-number"));
        tell(null);
        Patience.await("it shows none any more")
                .untilAsserted(() -> send(conversation, UUID.randomUUID(), ALL).statusCode(409));
    }

    @Test
    void what_the_platform_does_not_take_is_refused_with_the_field_and_the_limit() {
        var conversation = shown();

        refused(conversation, with(ONE, "text", "x".repeat(1025)), "text");
        refused(conversation, with(ONE, "product", Map.of("productId", "LUME-01")), "product.name");
        refused(conversation, with(SEVERAL, "header", ""), "header");
        refused(conversation, with(SEVERAL, "sections", List.of()), "sections");
        refused(conversation, with(ALL, "footer", "x".repeat(61)), "footer");
        said(conversation, with(SEVERAL, "sections", List.of(products(0, 20), products(20, 31))), "at most thirty");
        said(conversation, with(SEVERAL, "sections", List.of(products(0, 2), products(2, 4))), "sections[0].title");
        said(
                conversation,
                with(SEVERAL, "sections", List.of(Map.of("products", List.of(LAMP, LAMP)))),
                "products[1] is among the products twice");
    }

    private static Map<String, Object> products(int from, int to) {
        return Map.of(
                "products",
                IntStream.range(from, to)
                        .mapToObj(at -> Map.of("productId", "LUME-" + at, "name", "Lampada"))
                        .toList());
    }

    /// @return a conversation of a number that shows the catalogue
    private static UUID shown() {
        var conversation = heldByAnna();
        tell(CATALOGUE);
        Patience.await("the number shows its products")
                .untilAsserted(() -> send(conversation, UUID.randomUUID(), ALL).statusCode(202));
        return conversation;
    }

    private static void tell(@Nullable String catalogue) {
        PLATFORM.send(
                Topics.CHANNEL,
                NUMBER,
                WireFormat.CHANNEL,
                new ChannelChanged(NUMBER, "390299990001", "Casa Lume", null, catalogue, null, Instant.now()));
    }

    private static void refused(UUID conversation, Map<String, Object> content, String field) {
        send(conversation, UUID.randomUUID(), content)
                .statusCode(400)
                .body("violations.field", hasItem(containsString(field)));
    }

    private static void said(UUID conversation, Map<String, Object> content, String words) {
        send(conversation, UUID.randomUUID(), content).statusCode(400).body("detail", containsString(words));
    }

    private static Map<String, Object> with(Map<String, Object> content, String field, Object value) {
        var other = new HashMap<>(content);
        other.put(field, value);
        return other;
    }

    private static ValidatableResponse send(UUID conversation, UUID id, Map<String, Object> content) {
        return Desk.reply("anna", conversation, id, content, 1, 1);
    }
}
