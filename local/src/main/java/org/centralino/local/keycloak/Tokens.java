package org.centralino.local.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.centralino.local.StackException;

/// Signs demo operators in without a browser. Only the local realm allows it.
///
/// @param keycloak its address
public record Tokens(String keycloak) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// @return an access token of a demo operator
    /// @throws StackException when Keycloak is away or knows no such operator
    public String of(String operator) {
        var form = "grant_type=password&client_id=centralino-cli&username=%s&password=centralino"
                .formatted(URLEncoder.encode(operator, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(keycloak + "/realms/centralino/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 400 || answer.statusCode() == 401) {
                throw new StackException(
                        "Keycloak gives no token for '%s'. The demo operators are anna, bruno, carla, dario and elena."
                                .formatted(operator));
            }
            if (answer.statusCode() != 200) {
                throw new StackException("%s answered %d instead of giving a token; see ./centralino logs keycloak."
                        .formatted(keycloak, answer.statusCode()));
            }
            return new ObjectMapper()
                    .readTree(answer.body())
                    .get("access_token")
                    .asText();
        } catch (IOException away) {
            throw new StackException(
                    "Keycloak does not answer at %s. Is the stack up? (./centralino status)".formatted(keycloak), away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        }
    }
}
