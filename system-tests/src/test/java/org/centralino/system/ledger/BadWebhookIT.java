package org.centralino.system.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WireFormat;
import org.centralino.system.stack.Json;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Simulator.Customer;
import org.centralino.system.stack.WhatsAppPlatform;
import org.centralino.system.stack.WhatsAppPlatform.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Bad webhooks get a clear answer, change nothing, and harm no neighbour: after each one an ordinary
/// message arrives, and the ledger adds up.
@ExtendWith(Product.class)
class BadWebhookIT {
    private static final int FOUR_MEBIBYTES = 4 * 1024 * 1024;

    private final RunningStack stack;
    private Driver driver;
    private LiveRecorder browser;
    private Customer giulia;

    BadWebhookIT(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void begin() {
        driver = new Driver(stack, Path.of("target/ledgers/bad-webhooks.jsonl"));
        browser = new LiveRecorder(stack, Operator.ANNA, () -> EvidenceCollector.shownTo(Operator.ANNA, driver))
                .awaitHello();
        giulia = driver.newCustomer();
    }

    @AfterEach
    void the_ledger_adds_up_all_the_same() {
        try (var ledger = driver;
                var listening = browser) {
            driver.deliver(
                    List.of(driver.message(giulia, 9_999, stack.simulator().now())));
            assertThat(new EvidenceCollector(ledger, listening).findings()).isEmpty();
        }
    }

    /// All in one test: each test ends with a look at everything, and these leave nothing to look at.
    private static Stream<String> badSignatures() {
        var body = "{}".getBytes(UTF_8);
        var right = WhatsAppPlatform.sign(body);
        return Stream.of(
                WhatsAppPlatform.sign(body, "another-secret"),
                WhatsAppPlatform.sign("{ }".getBytes(UTF_8)),
                right.replace("sha256=", "SHA256="),
                right.replace("sha256=", "sha1="),
                right.substring("sha256=".length()),
                right.substring(0, right.length() - 1),
                "sha256=",
                "");
    }

    @Test
    void a_wrong_signature_is_refused() {
        assertThat(badSignatures()).allSatisfy(signature -> {
            var answer = stack.platform().post("{}".getBytes(UTF_8), signature);

            assertThat(answer.status()).isIn(401, 403);
            assertThat(answer.problem()).isPresent();
        });
    }

    @Test
    void a_message_without_a_signature_is_refused_and_not_stored() {
        var message = driver.message(giulia, 1, stack.simulator().now());

        var answer = stack.platform().postUnsigned(WhatsAppPlatform.webhook(List.of(message)));

        assertThat(answer.status()).isIn(401, 403);
    }

    @Test
    void four_mebibytes_are_too_much() {
        var body = WhatsAppPlatform.bytes(Map.of("padding", "x".repeat(FOUR_MEBIBYTES)));

        var answer = stack.platform().post(body);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).contains("payload-too-large");
    }

    @Test
    void truncated_json_is_kept_as_it_came() {
        var message = driver.message(giulia, 1, stack.simulator().now());
        var whole = WhatsAppPlatform.webhook(List.of(message));
        var half = Arrays.copyOf(whole, whole.length / 2);

        assertThat(stack.platform().post(half).status()).isEqualTo(200);

        assertThat(unrecognised()).anyMatch(part -> part.raw().equals(new String(half, UTF_8)));
    }

    @Test
    void a_number_that_is_not_ours_makes_no_conversation() {
        var message = driver.message(giulia, 1, stack.simulator().now());
        var body = WhatsAppPlatform.envelope(Map.of(
                "messaging_product", "whatsapp",
                "metadata", WhatsAppPlatform.metadata("999999999999999"),
                "contacts", List.of(WhatsAppPlatform.contact(giulia)),
                "messages", List.of(WhatsAppPlatform.part(message))));

        assertThat(stack.platform().post(body).status()).isEqualTo(200);

        assertThat(unrecognised())
                .anyMatch(part -> "999999999999999".equals(part.phoneNumberId())
                        && part.raw().contains(message.wamid()));
    }

    @Test
    void a_thousand_entries_are_a_thousand_messages() {
        var now = stack.simulator().now();
        var customers = Stream.generate(driver::newCustomer).limit(10).toList();
        var messages = IntStream.range(0, 1_000)
                .mapToObj(n -> driver.message(customers.get(n % customers.size()), n, now))
                .toList();
        var entries = messages.stream()
                .map(message -> Json.read(new String(WhatsAppPlatform.webhook(List.of(message)), UTF_8))
                        .path("entry")
                        .path(0))
                .toList();
        messages.forEach(it -> driver.ledger()
                .write(new Entry.MessagePosted(it.wamid(), it.customer().bsuid(), it.at(), it.text())));

        var answer = stack.platform()
                .post(WhatsAppPlatform.bytes(Map.of("object", "whatsapp_business_account", "entry", entries)));

        assertThat(answer.status()).isEqualTo(200);
        messages.forEach(it -> driver.ledger().write(new Entry.MessageAnswered(it.wamid(), answer.status())));
    }

    @Test
    void a_part_that_nests_too_deep_harms_no_neighbour() {
        var good = driver.message(giulia, 1, stack.simulator().now());
        driver.ledger().write(new Entry.MessagePosted(good.wamid(), giulia.bsuid(), good.at(), good.text()));
        var depth = 2_000;
        var deep = "[".repeat(depth) + "]".repeat(depth);
        var body = new String(WhatsAppPlatform.webhook(List.of(good)), UTF_8)
                .replace("\"messages\":[", "\"messages\":[{\"id\":\"wamid.deep\",\"x\":%s},".formatted(deep))
                .getBytes(UTF_8);

        var answer = stack.platform().post(body);

        assertThat(answer.status()).isEqualTo(200);
        driver.ledger().write(new Entry.MessageAnswered(good.wamid(), answer.status()));
    }

    @Test
    void nesting_without_end_is_answered() {
        var body = ("{\"entry\":" + "[".repeat(500_000)).getBytes(UTF_8);

        assertThat(stack.platform().post(body).status()).isEqualTo(200);
    }

    @Test
    void every_text_that_a_person_can_write_is_shown_and_what_is_no_text_is_marked() {
        var texts = new HashMap<String, String>();
        texts.put("emoji", "👩‍👩‍👧‍👦🇮🇹 è 😊");
        texts.put("right to left", "שלום \u202Eעולם مرحبا");
        texts.put("markup", "<script>alert(1)</script> *bold* javascript:x");
        texts.put("sixty-four kibi", "à".repeat(65_536));
        texts.put("only white", " \n\t ");
        texts.put("zero", "before\u0000after");
        texts.put("lone surrogates", "high \uD83D low \uDE0A end");
        var expected = new HashMap<>(texts);
        expected.put("zero", "before\uFFFDafter");
        expected.put("lone surrogates", "high \uFFFD low \uFFFD end");
        var now = stack.simulator().now();
        var messages = new ArrayList<Message>();
        texts.forEach((_, text) -> {
            var plain = driver.message(giulia, messages.size(), now);
            messages.add(new Message(plain.wamid(), giulia, now, text));
        });

        driver.deliver(messages);
        new EvidenceCollector(driver, browser).collected();

        assertThat(shown()).containsExactlyInAnyOrderElementsOf(expected.values());
    }

    private List<String> shown() {
        var conversations = EvidenceCollector.conversationsOf(driver);
        assertThat(conversations).hasSize(1);
        UUID only = conversations.iterator().next();
        return stack.as(Operator.ANNA).timeline(only).stream()
                .map(item -> item.path("content").path("text").asText())
                .toList();
    }

    private List<PartUnrecognised> unrecognised() {
        var parts = new ArrayList<PartUnrecognised>();
        TopicReader.read(stack.ports().kafka(), Topics.WHATSAPP, message -> {
            var type = new String(message.headers().lastHeader("ce_type").value(), UTF_8);
            if (WireFormat.WHATSAPP.read(type, message.value()) instanceof PartUnrecognised part) {
                parts.add(part);
            }
        });
        return parts;
    }
}
