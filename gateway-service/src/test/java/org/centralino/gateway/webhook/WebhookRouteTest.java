package org.centralino.gateway.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.centralino.events.CustomerKey;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WireFormat;
import org.centralino.gateway.RealInfrastructure;
import org.centralino.gateway.TopicReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealInfrastructure
class WebhookRouteTest {
    private static final String SECRET = "local-app-secret";

    @TestHTTPResource("/webhooks/whatsapp")
    URI webhooks;

    @Test
    void the_handshake_gives_the_challenge_back_as_plain_text() {
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.verify_token", "local-verify-token")
                .queryParam("hub.challenge", "<b>1158201444</b>")
                .get("/webhooks/whatsapp")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .header("X-Content-Type-Options", "nosniff")
                .body(equalTo("<b>1158201444</b>"));
    }

    @Test
    void a_wrong_token_or_mode_is_refused() {
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.verify_token", "guessed")
                .queryParam("hub.challenge", "1")
                .get("/webhooks/whatsapp")
                .then()
                .statusCode(oneOf(403, 429))
                .contentType("application/problem+json");
        given().queryParam("hub.mode", "unsubscribe")
                .queryParam("hub.verify_token", "local-verify-token")
                .queryParam("hub.challenge", "1")
                .get("/webhooks/whatsapp")
                .then()
                .statusCode(oneOf(403, 429));
        given().get("/webhooks/whatsapp").then().statusCode(oneOf(403, 429));
    }

    @Test
    void whoever_guesses_does_not_keep_the_platforms_own_handshake_out() {
        IntStream.range(0, 15)
                .forEach(_ -> given().queryParam("hub.mode", "subscribe")
                        .queryParam("hub.verify_token", "guessed")
                        .queryParam("hub.challenge", "1")
                        .get("/webhooks/whatsapp"));
        given().queryParam("hub.verify_token", "guessed")
                .get("/webhooks/whatsapp")
                .then()
                .statusCode(429)
                .header("Retry-After", "60");

        the_handshake_gives_the_challenge_back_as_plain_text();
    }

    @Test
    void another_method_is_refused() {
        given().delete("/webhooks/whatsapp").then().statusCode(405).contentType("application/problem+json");
    }

    @Test
    void what_was_answered_200_stands_on_the_topic_under_a_key_without_a_phone_number() throws Exception {
        var id = "wamid." + UUID.randomUUID();
        try (var topic = new TopicReader(Topics.WHATSAPP)) {
            signed(text(id)).post("/webhooks/whatsapp").then().statusCode(200).body(emptyString());

            var event = (MessageReceived) topic.next(WebhookRouteTest::read, MessageReceived.class::isInstance);
            assertThat(event.platformId()).isEqualTo(id);
            var published = topic.last();
            assertThat(published.key())
                    .isEqualTo(new CustomerKey("local-key-secret").of("510000000000023", event.customer()))
                    .doesNotContain("393330000042");
            assertThat(header(published, "ce_type")).isEqualTo("whatsapp.message-received.v1");
            assertThat(header(published, "ce_source")).isEqualTo("/centralino/gateway");
            assertThat(header(published, "content-type")).isEqualTo("application/json");
        }
    }

    @Test
    void the_same_webhook_told_twice_has_the_same_ids() throws Exception {
        var id = "wamid." + UUID.randomUUID();
        try (var topic = new TopicReader(Topics.WHATSAPP)) {
            signed(text(id)).post("/webhooks/whatsapp").then().statusCode(200);
            signed(text(id)).post("/webhooks/whatsapp").then().statusCode(200);

            topic.next(WebhookRouteTest::read, MessageReceived.class::isInstance);
            var first = header(topic.last(), "ce_id");
            topic.next(WebhookRouteTest::read, MessageReceived.class::isInstance);
            assertThat(header(topic.last(), "ce_id")).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no header", "wrong secret", "sha1", "upper case", "other bytes", "twice"})
    void what_is_not_signed_by_us_is_refused_and_leaves_nothing(String trouble) throws Exception {
        var body = text("wamid.forged");
        var good = WebhookSignatureTest.signed(SECRET, body);
        var request = given().contentType("application/json").body(body);
        switch (trouble) {
            case "no header" -> {}
            case "wrong secret" -> request.header(WebhookSignature.HEADER, WebhookSignatureTest.signed("x", body));
            case "sha1" -> request.header(WebhookSignature.HEADER, good.replace("sha256", "sha1"));
            case "upper case" ->
                request.header(
                        WebhookSignature.HEADER,
                        good.toUpperCase(java.util.Locale.ROOT).replace("SHA", "sha"));
            case "other bytes" ->
                request.header(WebhookSignature.HEADER, WebhookSignatureTest.signed(SECRET, text("wamid.other")));
            default -> request.header(WebhookSignature.HEADER, good, good);
        }
        try (var topic = new TopicReader(Topics.WHATSAPP)) {
            request.post("/webhooks/whatsapp")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("reasonKey", equalTo("signature-refused"));

            var mark = "wamid." + UUID.randomUUID();
            signed(text(mark)).post("/webhooks/whatsapp").then().statusCode(200);
            var next = (MessageReceived) topic.next(WebhookRouteTest::read, MessageReceived.class::isInstance);
            assertThat(next.platformId()).isEqualTo(mark);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"chan",
                "not json at all",
                "",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"new\",\"value\":{}}]}]}"
            })
    void what_is_signed_and_not_understood_is_kept_and_acknowledged(String body) throws Exception {
        try (var topic = new TopicReader(Topics.WHATSAPP)) {
            signed(body.getBytes(StandardCharsets.UTF_8))
                    .post("/webhooks/whatsapp")
                    .then()
                    .statusCode(200);

            var event = (PartUnrecognised) topic.next(WebhookRouteTest::read, PartUnrecognised.class::isInstance);
            assertThat(event.raw())
                    .contains(body.isEmpty() ? "" : body.substring(body.length() - 10, body.length() - 6));
        }
    }

    @Test
    void a_thousand_entries_are_all_kept() throws Exception {
        var run = UUID.randomUUID();
        var entries = IntStream.range(0, 1_000)
                .mapToObj(i -> entry("wamid.%s.%d".formatted(run, i), "39333" + i))
                .collect(Collectors.joining(","));
        try (var topic = new TopicReader(Topics.WHATSAPP)) {
            signed(envelope(entries)).post("/webhooks/whatsapp").then().statusCode(200);

            var ids = new java.util.HashSet<String>();
            while (ids.size() < 1_000) {
                var event = (MessageReceived) topic.next(WebhookRouteTest::read, MessageReceived.class::isInstance);
                assertThat(event.platformId()).contains(run.toString());
                ids.add(event.platformId());
            }
        }
    }

    @Test
    void three_mebibytes_of_the_worst_text_are_kept() throws Exception {
        var body = "\"".repeat(3 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);
        try (var topic = new TopicReader(Topics.WHATSAPP)) {
            signed(body).post("/webhooks/whatsapp").then().statusCode(200);

            var event = (PartUnrecognised) topic.next(WebhookRouteTest::read, PartUnrecognised.class::isInstance);
            assertThat(event.raw()).hasSize(body.length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3 * 1024 * 1024 + 1, 4 * 1024 * 1024, 10 * 1024 * 1024, 40 * 1024 * 1024})
    void a_larger_body_is_refused_before_it_is_read(int size) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(webhooks)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[size]))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            if (size < 16 * 1024 * 1024) {
                assertThat(answer.body()).contains("payload-too-large");
            }
        } catch (IOException cutOff) {
            assertThat(size).isGreaterThan(16 * 1024 * 1024);
        }
    }

    @Test
    void a_larger_body_of_unknown_length_is_refused_too() throws Exception {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = http.send(
                    HttpRequest.newBuilder(webhooks)
                            .POST(HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new ByteArrayInputStream(new byte[4 * 1024 * 1024])))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void a_zip_bomb_is_just_bytes() throws Exception {
        var bytes = new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0};

        signed(bytes)
                .header("Content-Encoding", "gzip")
                .post("/webhooks/whatsapp")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification signed(byte[] body) throws Exception {
        return given().header("Content-Type", "application/octet-stream")
                .header(WebhookSignature.HEADER, WebhookSignatureTest.signed(SECRET, body))
                .body(body);
    }

    private static byte[] text(String id) {
        return envelope(entry(id, "393330000042"));
    }

    private static byte[] envelope(String entries) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[%s]}"
                .formatted(entries)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String entry(String id, String from) {
        return """
                {"id":"290000000000017","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",\
                "metadata":{"display_phone_number":"390299990001","phone_number_id":"510000000000023"},\
                "messages":[{"from":"%s","id":"%s","timestamp":"1795341599","type":"text",\
                "text":{"body":"\\u00c8 arrivato? \\ud83d\\ude0a"}}]}}]}""".formatted(from, id);
    }

    private static Object read(ConsumerRecord<String, byte[]> published) {
        return WireFormat.WHATSAPP.read(header(published, "ce_type"), published.value());
    }

    private static String header(ConsumerRecord<String, byte[]> published, String name) {
        return new String(published.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
