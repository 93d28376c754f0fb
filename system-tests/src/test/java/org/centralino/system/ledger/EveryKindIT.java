package org.centralino.system.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What operators send besides words goes out once and in order, and notes among it stay inside.
@ExtendWith(Product.class)
class EveryKindIT {
    private static final String NUMBER = "510000000000023";

    /// What a file begins with, by which it is known for what it is.
    private record Sample(String type, String mimeType, String head) {}

    private static final List<Sample> FILES = List.of(
            new Sample("video", "video/mp4", "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom"),
            new Sample("document", "application/pdf", "%PDF-1.4\n"),
            new Sample("audio", "audio/mpeg", "ID3\4\0\0\0\0\0\0"));

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

            for (var content : EveryKind.ALL) {
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
            assertThat(driver.emoji(Operator.ANNA, conversation, "👍").status()).isEqualTo(202);
            assertThat(driver.emoji(Operator.ANNA, conversation, "🎉").status()).isEqualTo(202);
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
                            "template",
                            "template",
                            "template",
                            "products",
                            "catalogue",
                            "product",
                            "image",
                            "video",
                            "document",
                            "audio");
            Patience.await("all are with the platform")
                    .untilAsserted(() -> assertThat(driver.taken(giulia))
                            .extracting(call -> call.path("body").path("type").asText())
                            .filteredOn(type -> !type.equals("reaction"))
                            .containsExactly(
                                    "text",
                                    "location",
                                    "contacts",
                                    "interactive",
                                    "interactive",
                                    "interactive",
                                    "interactive",
                                    "template",
                                    "template",
                                    "template",
                                    "interactive",
                                    "interactive",
                                    "interactive",
                                    "image",
                                    "video",
                                    "document",
                                    "audio"));
        }
    }

    /// Services hear of it one after the other.
    private void chooseTheCatalogue(Driver driver) {
        assertThat(stack.as(Operator.DARIO)
                        .call(
                                "PATCH",
                                "/api/numbers/" + NUMBER,
                                "{\"catalogId\":\"%s\"}".formatted(EveryKind.CATALOGUE))
                        .status())
                .isEqualTo(200);
        var conversation = driver.opens(driver.newCustomer());
        driver.takes(Operator.ANNA, conversation);
        Patience.await("products can be shown")
                .untilAsserted(() -> assertThat(driver.reply(Operator.ANNA, conversation, EveryKind.PRODUCT)
                                .status())
                        .isEqualTo(202));
    }
}
