package org.centralino.assignment;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import org.centralino.testkit.Infrastructure;
import org.centralino.testkit.Operators;

/// What an administrator does at Keycloak.
public final class Keycloak {
    private Keycloak() {}

    /// @param operator a user name
    public static void disable(String operator) {
        var account = account(operator);
        account.put("enabled", false);
        administrator()
                .contentType(ContentType.JSON)
                .body(account)
                .put("/users/{id}", account.get("id"))
                .then()
                .statusCode(204);
    }

    /// @param operator a user name
    public static void delete(String operator) {
        administrator()
                .delete("/users/{id}", account(operator).get("id"))
                .then()
                .statusCode(204);
    }

    private static Map<String, Object> account(String operator) {
        return administrator()
                .queryParam("username", operator)
                .queryParam("exact", true)
                .get("/users")
                .path("[0]");
    }

    private static RequestSpecification administrator() {
        var keycloak = URI.create(Infrastructure.running().keycloak());
        return given().baseUri("http://" + keycloak.getHost())
                .port(keycloak.getPort())
                .basePath("/admin/realms/centralino")
                .auth()
                .oauth2(Operators.administratorsToken());
    }
}
