package org.centralino.system.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What operators send besides words goes out once and in order, and notes among it stay inside.
@ExtendWith(Product.class)
class EveryKindIT {
    private static final String CATALOGUE = "770000000000041";
    private static final String NUMBER = "510000000000023";
    private static final Map<String, Object> AURORA =
            Map.of("productId", "LUME-01", "name", "Lampada Aurora", "price", "89,00 €");
    private static final List<Map<String, Object>> KINDS = List.of(
            Map.of("type", "text", "text", "Ecco il pacco: https://track.example/1"),
            Map.of("type", "location", "latitude", 45.4642, "longitude", 9.19, "name", "Duomo"),
            Map.of("type", "contacts", "cards", List.of(Map.of("name", "Bruno Conti"))),
            Map.of("type", "buttons", "text", "Confermi?", "buttons", List.of("Sì", "No")),
            Map.of(
                    "type",
                    "options",
                    "text",
                    "Quando?",
                    "button",
                    "Orari",
                    "sections",
                    List.of(Map.of("rows", List.of(Map.of("title", "9-11"), Map.of("title", "15-17"))))),
            Map.of("type", "link", "text", "Segui il pacco", "button", "Apri", "url", "https://track.example/1"),
            Map.of("type", "location-request", "text", "Dove ti trovi?"),
            Map.of(
                    "type",
                    "products",
                    "catalogId",
                    CATALOGUE,
                    "header",
                    "Novità",
                    "text",
                    "Due lampade",
                    "sections",
                    List.of(Map.of("products", List.of(AURORA)))),
            Map.of("type", "catalogue", "catalogId", CATALOGUE, "text", "Ecco tutto"),
            Map.of("type", "template", "name", "grazie", "language", "it", "parameters", List.of()),
            Map.of(
                    "type",
                    "template",
                    "name",
                    "ritiro_in_negozio",
                    "language",
                    "it",
                    "parameters",
                    List.of(Map.of("place", "body", "name", "nome", "value", "Giulia")),
                    "place",
                    Map.of("latitude", 45.472, "longitude", 9.187, "name", "Magazzino")),
            Map.of("type", "product", "catalogId", CATALOGUE, "product", AURORA));

    /// What a file begins with, by which it is known for what it is.
    private record Sample(String type, String mimeType, String head) {}

    private static final List<Sample> FILES = List.of(
            new Sample("video", "video/mp4", "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom"),
            new Sample("document", "application/pdf", "%PDF-1.4\n"));

    private final RunningStack stack;

    EveryKindIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void each_kind_goes_out_once_in_order_and_a_note_among_them_is_never_on_the_wire() {
        try (var driver = new Driver(stack, Path.of("target/ledgers/every-kind.jsonl"));
                var browser = new LiveRecorder(
                                stack, Operator.ANNA, () -> EvidenceCollector.shownTo(Operator.ANNA, driver))
                        .awaitHello()) {
            chooseTheCatalogue(driver);
            var giulia = driver.newCustomer();
            var conversation = driver.opens(giulia);
            driver.takes(Operator.ANNA, conversation);

            for (var content : KINDS) {
                assertThat(driver.reply(Operator.ANNA, conversation, content).status())
                        .as("%s", content)
                        .isEqualTo(202);
            }
            assertThat(driver.replyWithPicture(Operator.ANNA, conversation).status())
                    .isEqualTo(202);
            for (var file : FILES) {
                assertThat(driver.replyWithFile(
                                        Operator.ANNA,
                                        conversation,
                                        file.type(),
                                        file.mimeType(),
                                        file.head().getBytes(ISO_8859_1))
                                .status())
                        .as(file.type())
                        .isEqualTo(202);
            }
            assertThat(driver.note(Operator.BRUNO, conversation).status()).isEqualTo(201);

            var collector = new EvidenceCollector(driver, browser);
            assertThat(collector.findings()).isEmpty();
            var timeline = stack.as(Operator.ANNA).timeline(conversation);
            assertThat(timeline)
                    .extracting(item -> item.path("content").path("type").asText())
                    .endsWith(
                            "text",
                            "location",
                            "contacts",
                            "buttons",
                            "options",
                            "link",
                            "location-request",
                            "products",
                            "catalogue",
                            "template",
                            "template",
                            "product",
                            "image",
                            "video",
                            "document");
            Patience.await("all are with the platform")
                    .untilAsserted(() -> assertThat(driver.taken(giulia))
                            .extracting(call -> call.path("body").path("type").asText())
                            .containsExactly(
                                    "text",
                                    "location",
                                    "contacts",
                                    "interactive",
                                    "interactive",
                                    "interactive",
                                    "interactive",
                                    "interactive",
                                    "interactive",
                                    "template",
                                    "template",
                                    "interactive",
                                    "image",
                                    "video",
                                    "document"));
        }
    }

    /// Services hear of it one after the other.
    private void chooseTheCatalogue(Driver driver) {
        assertThat(stack.as(Operator.DARIO)
                        .call("PATCH", "/api/numbers/" + NUMBER, "{\"catalogId\":\"%s\"}".formatted(CATALOGUE))
                        .status())
                .isEqualTo(200);
        var conversation = driver.opens(driver.newCustomer());
        driver.takes(Operator.ANNA, conversation);
        Patience.await("products can be shown")
                .untilAsserted(() -> assertThat(driver.reply(Operator.ANNA, conversation, KINDS.getLast())
                                .status())
                        .isEqualTo(202));
    }
}
