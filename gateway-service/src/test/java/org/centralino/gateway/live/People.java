package org.centralino.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.centralino.testkit.Infrastructure;
import org.centralino.testkit.Operators;

/// Makes operators in Keycloak whose rights differ from those of the demo operators.
final class People {
    private static final String ADMIN = Infrastructure.running().keycloak() + "/admin/realms/centralino";

    private People() {}

    /// @return an access token of somebody who may do just this
    static String tokenOfSomebodyWith(String username, String... permissions) {
        Operators.signUp(username, permissions);
        return Infrastructure.running().token(username);
    }

    static String idOf(String username) {
        return asAdministrator()
                .get(ADMIN + "/users?exact=true&username=" + username)
                .jsonPath()
                .getString("[0].id");
    }

    /// Access tokens of the command line client live this long from now on; null for as long as others.
    static void tokensLive(Integer seconds) throws Exception {
        var clients = asAdministrator()
                .get(ADMIN + "/clients?clientId=centralino-cli")
                .asString();
        var client = (com.fasterxml.jackson.databind.node.ObjectNode)
                new ObjectMapper().readTree(clients).get(0);
        client.withObject("/attributes").set("access.token.lifespan", text(seconds));
        asAdministrator()
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

    private static RequestSpecification asAdministrator() {
        return RestAssured.given().auth().oauth2(Operators.administratorsToken());
    }
}
