package org.centralino.notes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.centralino.local.test.Infrastructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// This service lets nobody in without a token that is meant for it, whoever else has checked already.
@QuarkusTest
@RealInfrastructure
class TokenTest {
    private static final String CONVERSATION = "/api/conversations/" + UUID.randomUUID();

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("endpoints")
    void nobody_gets_in_without_a_token(Method method, String path) {
        given().contentType(ContentType.JSON)
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("reasonKey", equalTo("not-signed-in"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void nobody_gets_in_with_a_token_that_is_not_good(String what, String token) {
        endpoints()
                .forEach(endpoint -> given().header("Authorization", "Bearer " + token)
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .request((Method) endpoint.get()[0], (String) endpoint.get()[1])
                        .then()
                        .statusCode(401)
                        .contentType("application/problem+json")
                        .body("reasonKey", equalTo("not-signed-in")));
    }

    static Stream<Arguments> endpoints() {
        return Stream.of(
                Arguments.of(Method.GET, CONVERSATION + "/notes"),
                Arguments.of(Method.POST, CONVERSATION + "/notes"),
                Arguments.of(Method.PUT, CONVERSATION + "/notes/" + UUID.randomUUID()),
                Arguments.of(Method.DELETE, CONVERSATION + "/notes/" + UUID.randomUUID()));
    }

    static Stream<Arguments> badTokens() throws Exception {
        var good = Operators.token("carla").split("\\.");
        var header = new String(Base64.getUrlDecoder().decode(good[0]), StandardCharsets.UTF_8);
        var claims = new String(Base64.getUrlDecoder().decode(good[1]), StandardCharsets.UTF_8);
        var unsigned = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + good[1];
        var symmetric = encoded(header.replace("RS256", "HS256")) + "." + good[1];
        var promoted = encoded(claims.replace("conversation.reply", "team.manage"));
        return Stream.of(
                Arguments.of("what is no token", "abc"),
                Arguments.of("a token without a signature", unsigned + "."),
                Arguments.of("a token that was signed with the public key", symmetric + "." + hmac(symmetric)),
                Arguments.of("a token whose rights were altered", good[0] + "." + promoted + "." + good[2]),
                Arguments.of("a token that was cut", good[0] + "." + good[1] + "." + good[2].substring(2)),
                Arguments.of("a token of another realm", Operators.administratorsToken()),
                Arguments.of("an id token", Operators.idToken("carla")));
    }

    private static String hmac(String signed) throws Exception {
        var certificates = given().baseUri(Infrastructure.running().keycloak().url())
                .get("/realms/centralino")
                .<String>path("public_key");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(certificates.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
