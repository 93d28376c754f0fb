package org.centralino.assignment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.local.test.BadTokens;
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
                Arguments.of(Method.GET, CONVERSATION + "/assignment"),
                Arguments.of(Method.POST, CONVERSATION + "/assignment"),
                Arguments.of(Method.DELETE, CONVERSATION + "/assignment"),
                Arguments.of(Method.GET, "/api/operators"));
    }

    static Stream<Arguments> badTokens() {
        return BadTokens.byFault().entrySet().stream().map(bad -> Arguments.of(bad.getKey(), bad.getValue()));
    }
}
