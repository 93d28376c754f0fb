package org.centralino.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Access tokens of operators, as `./centralino token` gets them.
public final class Tokens {
    private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI keycloak;
    private final Map<String, Token> byUsername = new ConcurrentHashMap<>();

    private record Token(String value, Instant freshUntil) {}

    Tokens(HttpClient http, URI keycloak) {
        this.http = http;
        this.keycloak = keycloak;
    }

    /// @return a token with at least a minute to live
    /// @throws UncheckedIOException when Keycloak gives none now, and may later
    public String of(Operator operator) {
        return byUsername
                .compute(
                        operator.username(),
                        (_, known) ->
                                known != null && Instant.now().isBefore(known.freshUntil()) ? known : fetched(operator))
                .value();
    }

    private Token fetched(Operator operator) {
        var answer = signIn(operator);
        if (answer.isPassing()) {
            throw new UncheckedIOException(new IOException(
                    "No token for %s now: %d %s".formatted(operator.username(), answer.status(), answer.text())));
        }
        if (!answer.isSuccess()) {
            throw new IllegalStateException(
                    "No token for %s: %d %s".formatted(operator.username(), answer.status(), answer.text()));
        }
        var seconds = answer.json().path("expires_in").asLong();
        return new Token(
                answer.json().path("access_token").textValue(),
                Instant.now().plusSeconds(seconds).minus(BEFORE_EXPIRY));
    }

    /// Asks for a token anew, whatever is known.
    public Answer signIn(Operator operator) {
        return grant(
                "centralino",
                Map.of(
                        "client_id", "centralino-cli",
                        "grant_type", "password",
                        "scope", "openid",
                        "username", operator.username(),
                        "password", operator.password()));
    }

    /// Asks the token endpoint of a realm.
    public Answer grant(String realm, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(
                        keycloak.resolve("/realms/%s/protocol/openid-connect/token".formatted(realm)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return Answer.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException refused) {
            throw new UncheckedIOException("Keycloak does not answer at " + keycloak, refused);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }
}
