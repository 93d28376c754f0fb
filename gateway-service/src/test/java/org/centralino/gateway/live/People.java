package org.centralino.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.centralino.local.test.Infrastructure;

/// Makes operators in Keycloak whose rights differ from those of the demo operators.
final class People {
    private static final String ADMIN = Infrastructure.running().keycloak().url() + "/admin/realms/centralino";

    private People() {}

    /// @return an access token of somebody who may do just this
    static String tokenOfSomebodyWith(String username, String... permissions) {
        if (as(admin())
                .get(ADMIN + "/users?exact=true&username=" + username)
                .jsonPath()
                .getList("$")
                .isEmpty()) {
            make(username, permissions);
        }
        return Infrastructure.running().keycloak().token(username);
    }

    static String idOf(String username) {
        return as(admin())
                .get(ADMIN + "/users?exact=true&username=" + username)
                .jsonPath()
                .getString("[0].id");
    }

    private static void make(String username, String... permissions) {
        as(admin())
                .contentType("application/json")
                .body(Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "firstName",
                        username,
                        "lastName",
                        "Test",
                        "email",
                        username + "@example.com",
                        "emailVerified",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", "centralino"))))
                .post(ADMIN + "/users")
                .then()
                .statusCode(201);
        var client = as(admin())
                .get(ADMIN + "/clients?clientId=centralino")
                .jsonPath()
                .getString("[0].id");
        var roles = List.of(permissions).stream()
                .map(permission -> as(admin())
                        .get(ADMIN + "/clients/" + client + "/roles/" + permission)
                        .as(Map.class))
                .toList();
        as(admin())
                .contentType("application/json")
                .body(roles)
                .post(ADMIN + "/users/" + idOf(username) + "/role-mappings/clients/" + client)
                .then()
                .statusCode(204);
    }

    /// Access tokens of the command line client live this long from now on; null for as long as others.
    static void tokensLive(Integer seconds) throws Exception {
        var clients =
                as(admin()).get(ADMIN + "/clients?clientId=centralino-cli").asString();
        var client = (com.fasterxml.jackson.databind.node.ObjectNode)
                new ObjectMapper().readTree(clients).get(0);
        client.withObject("/attributes").set("access.token.lifespan", text(seconds));
        as(admin())
                .contentType("application/json")
                .body(client.toString())
                .put(ADMIN + "/clients/" + client.get("id").asText())
                .then()
                .statusCode(204);
    }

    private static JsonNode text(Integer seconds) {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.textNode(
                seconds == null ? "" : seconds.toString());
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    private static String admin() {
        return RestAssured.given()
                .formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", "admin")
                .formParam("password", "local-admin")
                .post(Infrastructure.running().keycloak().url() + "/realms/master/protocol/openid-connect/token")
                .jsonPath()
                .getString("access_token");
    }
}
