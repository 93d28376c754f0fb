package org.centralino.assignment;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.centralino.events.Person;
import org.centralino.local.test.Infrastructure;

/// The demo operators, and others that a test needs, with real tokens.
public final class Operators {
    public static final Person ANNA = person(1, "Anna Ricci");
    public static final Person BRUNO = person(2, "Bruno Conti");
    public static final Person CARLA = person(3, "Carla Moretti");
    public static final Person ELENA = person(5, "Elena Fontana");

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Operators() {}

    public static RequestSpecification as(String operator) {
        return given().auth().oauth2(token(operator));
    }

    public static String token(String operator) {
        return TOKENS.computeIfAbsent(
                operator, name -> Infrastructure.running().keycloak().token(name));
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

    private static Map<String, Object> user(String name, Map<String, Object> rights) {
        var user = new java.util.HashMap<String, Object>(Map.of(
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
        given().baseUri(keycloak())
                .auth()
                .oauth2(administratorsToken())
                .contentType(ContentType.JSON)
                .body(Map.of("ifResourceExists", "SKIP", "users", users))
                .post("/admin/realms/centralino/partialImport")
                .then()
                .statusCode(200);
    }

    /// @return a token of another realm of the same Keycloak
    public static String administratorsToken() {
        return given().baseUri(keycloak())
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", "local-admin"))
                .post("/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /// @return a token that says who somebody is, and not what he may do
    public static String idToken(String operator) {
        return given().baseUri(keycloak())
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "centralino-cli",
                        "scope", "openid",
                        "username", operator,
                        "password", "centralino"))
                .post("/realms/centralino/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("id_token");
    }

    private static String keycloak() {
        return URI.create(Infrastructure.running().keycloak().url()).toString();
    }

    private static Person person(int number, String name) {
        return new Person(java.util.UUID.fromString("0a000000-0000-4000-8000-00000000000" + number), name);
    }
}
