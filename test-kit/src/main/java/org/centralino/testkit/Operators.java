package org.centralino.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.centralino.events.Person;
import org.centralino.local.StackException;

/// The demo operators, and others that a test needs, with real tokens of the running Keycloak.
public final class Operators {
    public static final Person ANNA = person(1, "Anna Ricci");
    public static final Person BRUNO = person(2, "Bruno Conti");
    public static final Person CARLA = person(3, "Carla Moretti");
    public static final Person ELENA = person(5, "Elena Fontana");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();
    /// Shorter than Keycloak lets one be good, however long all tests of a service take.
    private static final long GOOD_FOR = Duration.ofMinutes(2).toNanos();

    private record Token(String words, long since) {
        boolean isGood() {
            return System.nanoTime() - since < GOOD_FOR;
        }
    }

    private Operators() {}

    /// @return the operator's access token; it is asked for now and then
    public static String token(String operator) {
        return TOKENS.compute(
                        operator,
                        (name, before) -> before != null && before.isGood()
                                ? before
                                : new Token(Infrastructure.running().token(name), System.nanoTime()))
                .words();
    }

    /// Signs up colleagues who have the permissions of ordinary operators.
    ///
    /// @return their user names
    public static List<String> hire(int howMany) {
        var names = IntStream.rangeClosed(1, howMany)
                .mapToObj("operator-%02d"::formatted)
                .toList();
        signUp(names.stream()
                .map(name -> user(name, Map.of("realmRoles", List.of("operator"))))
                .toList());
        return names;
    }

    /// Signs up somebody with these permissions and no others.
    public static void signUp(String name, String... permissions) {
        signUp(List.of(user(name, Map.of("clientRoles", Map.of("centralino", List.of(permissions))))));
    }

    /// @return a token of another realm of the same Keycloak
    public static String administratorsToken() {
        return granted("master", Map.of("client_id", "admin-cli", "username", "admin", "password", "local-admin"))
                .get("access_token")
                .asText();
    }

    /// @return a token that says who somebody is, and not what he may do
    public static String idToken(String operator) {
        return granted(
                        "centralino",
                        Map.of(
                                "client_id", "centralino-cli",
                                "scope", "openid",
                                "username", operator,
                                "password", "centralino"))
                .get("id_token")
                .asText();
    }

    /// @return the key that tokens of our realm are checked with, in Base64, as everybody may read it
    static String publicKey() {
        return answer(request("/realms/centralino").GET().build())
                .get("public_key")
                .asText();
    }

    private static Map<String, Object> user(String name, Map<String, Object> rights) {
        var user = new HashMap<String, Object>(Map.of(
                "username",
                name,
                "firstName",
                name,
                "lastName",
                "Prova",
                "email",
                name + "@casalume.example",
                "emailVerified",
                true,
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", "centralino", "temporary", false))));
        user.putAll(rights);
        return user;
    }

    private static void signUp(List<Map<String, Object>> users) {
        var body = JSON.valueToTree(Map.of("ifResourceExists", "SKIP", "users", users));
        answer(request("/admin/realms/centralino/partialImport")
                .header("Authorization", "Bearer " + administratorsToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    private static JsonNode granted(String realm, Map<String, String> form) {
        var fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "grant_type=password&", ""));
        return answer(request("/realms/%s/protocol/openid-connect/token".formatted(realm))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(Infrastructure.running().keycloak() + path));
    }

    private static JsonNode answer(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StackException(
                        "Keycloak answered %d to %s: %s".formatted(answer.statusCode(), request.uri(), answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        }
    }

    private static Person person(int number, String name) {
        return new Person(UUID.fromString("0a000000-0000-4000-8000-00000000000" + number), name);
    }
}
