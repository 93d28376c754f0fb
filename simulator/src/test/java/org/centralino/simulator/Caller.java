package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.centralino.simulator.journal.PlainJson;

/// Calls the simulator as the product and as test drivers do.
final class Caller {
    static final String NUMBER = "510000000000023";
    static final String GIULIA = "393475550198";
    static final String TOKEN = "local-access-token";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;

    record Answer(int status, JsonNode json) {}

    Caller(URI base) {
        this.base = base;
    }

    /// Empties the simulator and the inbox, and waits for what is on its way from the one to the other.
    void beginAgain() {
        post("/control/reset", "{\"clock\":true}");
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (get("/control/webhooks").json().path("underWay").asInt() > 0) {
            assertThat(System.nanoTime())
                    .as("the time that webhooks of another test may take")
                    .isLessThan(end);
        }
        Inbox.forget();
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer patch(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    Answer put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer giuliaWrites(String text) {
        return post("/control/customers/%s/messages".formatted(GIULIA), PlainJson.write(new Words(text)));
    }

    Answer graph(String json) {
        return graph(TOKEN, NUMBER, json);
    }

    Answer graph(String token, String phoneNumberId, String json) {
        return send(graphRequest(token, phoneNumberId, json));
    }

    Answer reply(String text, String callbackData) {
        return graph(TOKEN, NUMBER, replyBody(text, callbackData));
    }

    CompletableFuture<HttpResponse<String>> replyLater(String text, String callbackData, Duration patience) {
        return HTTP.sendAsync(
                graphRequest(TOKEN, NUMBER, replyBody(text, callbackData))
                        .timeout(patience)
                        .build(),
                BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> graphLater(String phoneNumberId, String json) {
        return HTTP.sendAsync(graphRequest(TOKEN, phoneNumberId, json).build(), BodyHandlers.ofString());
    }

    static String replyBody(String text, String callbackData) {
        return """
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+%s","type":"text",
                "text":{"body":%s},"biz_opaque_callback_data":"%s"}""".formatted(GIULIA, PlainJson.write(text), callbackData);
    }

    /// @param method POST, DELETE or GET
    Answer blockUsers(String method, String json) {
        return send(request("/v25.0/%s/block_users".formatted(NUMBER))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    Answer phoneData(String json) {
        return send(request("/v25.0/%s/smb_app_data".formatted(NUMBER))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /// Calls the Graph API about templates, or one of them.
    Answer templates(String method, String path, String json) {
        return management(TOKEN, method, path, json);
    }

    Answer management(String token, String method, String path, String json) {
        return send(request("/v25.0/" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    /// Brings an example of a template's file.
    Answer example(String session, String file) {
        return send(request("/v25.0/" + session)
                .header("Authorization", "OAuth " + TOKEN)
                .header("file_offset", "0")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofString(file)));
    }

    Answer graphGet(String token, String path) {
        return send(request("/v25.0/" + path)
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    private HttpRequest.Builder graphRequest(String token, String phoneNumberId, String json) {
        return request("/v25.0/%s/messages".formatted(phoneNumberId))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException | InterruptedException lost) {
            throw new IllegalStateException(lost);
        }
    }

    private static JsonNode json(String body) {
        try {
            return PlainJson.MAPPER.readTree(body);
        } catch (JsonProcessingException other) {
            return PlainJson.MAPPER.getNodeFactory().textNode(body);
        }
    }

    private record Words(String text) {}
}
