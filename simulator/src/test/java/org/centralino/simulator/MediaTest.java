package org.centralino.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.simulator.Caller.GIULIA;
import static org.centralino.simulator.Caller.NUMBER;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.centralino.simulator.journal.PlainJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files on their way through the platform, over real HTTP.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class MediaTest {
    private static final byte[] BILL = "%PDF-1.7 Fattura 7".getBytes(UTF_8);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URI base;

    private Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @Test
    void a_file_that_a_customer_sends_is_told_looked_up_and_fetched() throws Exception {
        var told = sent("");

        assertThat(told.path("mime_type").asText()).isEqualTo("application/pdf");
        assertThat(told.path("filename").asText()).isEqualTo("Fattura.pdf");
        assertThat(told.has("data")).isFalse();
        var located = lookUp(told.path("id").asText());
        assertThat(located.path("sha256")).isEqualTo(told.path("sha256"));
        assertThat(located.path("file_size").asText()).isEqualTo(String.valueOf(BILL.length));
        assertThat(URI.create(located.path("url").asText()).getHost()).isNotEqualTo("127.0.0.1");
        assertThat(download(located, "local-access-token").body()).isEqualTo(BILL);
    }

    @Test
    void the_customers_own_phone_shows_what_was_sent() throws Exception {
        var sent = sent("").path("id").asText();
        var shown = caller.get("/control/customers/%s/messages".formatted(GIULIA))
                .json()
                .at("/items/0");
        var file = HTTP.send(
                HttpRequest.newBuilder(base.resolve("/control/files/" + sent)).build(), BodyHandlers.ofByteArray());

        assertThat(shown.path("label").asText()).isEqualTo("document");
        assertThat(shown.path("words").asText()).isEqualTo("Fattura.pdf");
        assertThat(shown.path("file").asText()).isEqualTo(sent);
        assertThat(file.body()).isEqualTo(BILL);
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment");
        assertThat(caller.get("/control/files/17").status()).isEqualTo(404);
    }

    @Test
    void who_has_no_token_and_who_comes_too_late_gets_nothing() throws Exception {
        var located = lookUp(sent("").path("id").asText());

        assertThat(download(located, "another").statusCode()).isEqualTo(401);
        caller.post("/control/clock", "{\"jump\":\"PT6M\"}");
        assertThat(download(located, "local-access-token").statusCode()).isEqualTo(404);
    }

    @Test
    void whose_token_permits_no_messages_fetches_no_file() throws Exception {
        var located = lookUp(sent("").path("id").asText());
        var token = caller.post(
                        "/control/token",
                        "{\"number\":\"%s\",\"scopes\":[\"whatsapp_business_management\"]}".formatted(Caller.NUMBER))
                .json()
                .path("token")
                .asText();

        assertThat(download(located, token).statusCode()).isEqualTo(403);
    }

    @Test
    void after_a_week_the_platform_does_not_know_the_file() throws Exception {
        var id = sent("").path("id").asText();
        caller.post("/control/clock", "{\"jump\":\"P8D\"}");

        assertThat(lookUp(id).at("/error/code").asInt()).isEqualTo(100);
    }

    @Test
    void trouble_comes_as_it_was_ordered() throws Exception {
        var told = sent(", \"trouble\": {\"unavailable\": 1, \"wrongHash\": true, \"size\": 7}");
        var located = lookUp(told.path("id").asText());

        assertThat(located.path("file_size").asText()).isEqualTo("7");
        assertThat(located.path("sha256").asText()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(download(located, "local-access-token").statusCode()).isEqualTo(503);
        assertThat(download(located, "local-access-token").statusCode()).isEqualTo(200);
        var elsewhere = sent(", \"trouble\": {\"address\": \"https://files.example.org/7\"}");
        assertThat(lookUp(elsewhere.path("id").asText()).path("url").asText()).isEqualTo("https://files.example.org/7");
    }

    @Test
    void what_the_business_uploads_is_there() throws Exception {
        var id = uploaded("application/pdf", new String(BILL, UTF_8)).path("id").asText();

        assertThat(download(lookUp(id), "local-access-token").body()).isEqualTo(BILL);
    }

    @Test
    void what_the_business_sends_stands_on_the_phone_with_its_file() throws Exception {
        caller.giuliaWrites("Mi manda la fattura?");
        var id = uploaded("application/pdf", new String(BILL, UTF_8)).path("id").asText();

        var answer = caller.graph("""
                {"messaging_product":"whatsapp","to":"+%s","type":"document",
                 "document":{"id":"%s","filename":"Fattura 7.pdf","caption":"Eccola"}}""".formatted(GIULIA, id));

        assertThat(answer.status()).isEqualTo(200);
        Inbox.waitForDelivery();
        var items = caller.get("/control/customers/%s/messages".formatted(GIULIA))
                .json()
                .path("items");
        var shown = items.valueStream()
                .filter(item -> item.path("id").equals(answer.json().at("/messages/0/id")))
                .findFirst()
                .orElseThrow();
        assertThat(shown.path("label").asText()).isEqualTo("document");
        assertThat(shown.path("words").asText()).isEqualTo("Fattura 7.pdf\nEccola");
        assertThat(shown.path("file").asText()).isEqualTo(id);
        var asVideo = caller.graph("""
                {"messaging_product":"whatsapp","to":"+%s","type":"video","video":{"id":"%s"}}""".formatted(GIULIA, id));
        assertThat(asVideo.json().at("/error/code").asInt()).isEqualTo(131053);
        var unknown = caller.graph("""
                {"messaging_product":"whatsapp","to":"+%s","type":"image","image":{"id":"17"}}""".formatted(GIULIA));
        assertThat(unknown.json().at("/error/code").asInt()).isEqualTo(100);
    }

    @Test
    void what_the_platform_does_not_take_is_refused_when_it_is_brought() throws Exception {
        assertThat(uploaded("image/gif", "GIF89a").at("/error/code").asInt()).isEqualTo(100);
        assertThat(uploaded("image/webp", "a".repeat(500 * 1024 + 1))
                        .at("/error/code")
                        .asInt())
                .isEqualTo(131053);
        assertThat(uploaded("application/pdf", "").at("/error/code").asInt()).isEqualTo(100);
    }

    private JsonNode uploaded(String type, String bytes) throws IOException, InterruptedException {
        var form = """
                --part\r
                Content-Disposition: form-data; name="messaging_product"\r
                \r
                whatsapp\r
                --part\r
                Content-Disposition: form-data; name="type"\r
                \r
                %1$s\r
                --part\r
                Content-Disposition: form-data; name="file"; filename="a.pdf"\r
                Content-Type: %1$s\r
                \r
                %2$s\r
                --part--\r
                """.formatted(type, bytes);
        var answer = HTTP.send(
                HttpRequest.newBuilder(base.resolve("/v25.0/%s/media".formatted(NUMBER)))
                        .header("Authorization", "Bearer local-access-token")
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());

        return PlainJson.MAPPER.readTree(answer.body());
    }

    private JsonNode sent(String more) {
        var answer = caller.post("/control/customers/%s/messages".formatted(GIULIA), """
                {"type": "document", "content": {"mime_type": "application/pdf", "filename": "Fattura.pdf", "data": "%s"%s}}""".formatted(
                        Base64.getEncoder().encodeToString(BILL), more));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return Inbox.waitFor(received -> received.stream()
                        .flatMap(Inbox.Received::messages)
                        .anyMatch(message ->
                                message.path("id").equals(answer.json().path("id"))))
                .stream()
                .flatMap(Inbox.Received::messages)
                .filter(message -> message.path("id").equals(answer.json().path("id")))
                .findFirst()
                .orElseThrow()
                .path("document");
    }

    private JsonNode lookUp(String id) throws IOException, InterruptedException {
        return PlainJson.MAPPER.readTree(HTTP.send(
                        HttpRequest.newBuilder(base.resolve("/v25.0/" + id))
                                .header("Authorization", "Bearer local-access-token")
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    /// The second host is this program by another name; its port is that of the test.
    private HttpResponse<byte[]> download(JsonNode located, String token) throws IOException, InterruptedException {
        var address = URI.create(located.path("url").asText());
        return HTTP.send(
                HttpRequest.newBuilder(base.resolve(address.getRawPath() + "?" + address.getRawQuery()))
                        .header("Authorization", "Bearer " + token)
                        .header("User-Agent", "test")
                        .build(),
                BodyHandlers.ofByteArray());
    }
}
