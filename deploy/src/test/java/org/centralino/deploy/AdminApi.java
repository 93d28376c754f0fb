package org.centralino.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;

/// What an administrator of Keycloak sees and does.
final class AdminApi {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();
    private static final Set<Integer> DONE = Set.of(200, 201, 204);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String keycloak;

    /// @param keycloak its address
    AdminApi(String keycloak) {
        this.keycloak = keycloak;
    }

    JsonNode get(String path) {
        return call("GET", path, "");
    }

    JsonNode post(String path, String body) {
        return call("POST", path, json(body));
    }

    void put(String path, String body) {
        call("PUT", path, json(body));
    }

    /// @param text in JSON, with single quotes or double ones
    private static String json(String text) {
        try {
            return JSON.readTree(text).toString();
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void delete(String path) {
        call("DELETE", path, "");
    }

    /// @return by which number of its own Keycloak knows a client
    String idOf(String realm, String client) {
        return get("%s/clients?clientId=%s".formatted(realm, client))
                .at("/0/id")
                .asText();
    }

    private JsonNode call(String method, String path, String body) {
        return sent(HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /// A token lives for a minute.
    private String token() {
        return sent(HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=password&client_id=admin-cli&username=admin&password=local-admin"))
                        .build())
                .path("access_token")
                .asText();
    }

    private JsonNode sent(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString(UTF_8));
            if (!DONE.contains(answer.statusCode())) {
                throw new IllegalStateException("Keycloak answered %d to %s %s: %s"
                        .formatted(answer.statusCode(), request.method(), request.uri(), answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
