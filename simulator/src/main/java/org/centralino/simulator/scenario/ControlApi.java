package org.centralino.simulator.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.centralino.simulator.journal.PlainJson;
import org.centralino.simulator.scenario.domain.Act.Request;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// This program's own control API, called as anybody calls it.
@Singleton
class ControlApi {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REFUSED = 400;
    private static final String ANY_ADDRESS = "0.0.0.0";

    private final HttpServer server;
    private final String host;
    private final HttpClient http = HttpClient.newHttpClient();

    /// @param json the body; missing when there is none
    record Answer(int status, JsonNode json) {
        boolean isRefusal() {
            return status >= REFUSED;
        }

        /// @return why not
        String why() {
            return json.path("detail").asText("it was answered with %d".formatted(status));
        }
    }

    ControlApi(HttpServer server, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.server = server;
        this.host = host.equals(ANY_ADDRESS) ? "127.0.0.1" : host;
    }

    Answer call(Request request) throws IOException, InterruptedException {
        var body = request.body() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(PlainJson.write(request.body()));
        var call = HttpRequest.newBuilder(
                        URI.create("http://%s:%d%s".formatted(host, server.getPort(), request.path())))
                .timeout(PATIENCE)
                .method(request.method(), body);
        if (request.body() != null) {
            call.header("Content-Type", "application/json");
        }
        var answer = http.send(call.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), json(answer.body()));
    }

    private static JsonNode json(String body) {
        try {
            return PlainJson.MAPPER.readTree(body);
        } catch (JsonProcessingException other) {
            return PlainJson.MAPPER.missingNode();
        }
    }
}
