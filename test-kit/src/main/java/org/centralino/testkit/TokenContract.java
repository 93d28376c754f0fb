package org.centralino.testkit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.http.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A service lets nobody in without a token that is meant for it, whoever else has checked already. A service's
/// test extends this and names its endpoints.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TokenContract {
    /// @return a [Method] and a path each
    protected abstract Stream<Arguments> endpoints();

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

    static Stream<Arguments> badTokens() {
        return BadTokens.byFault().entrySet().stream().map(bad -> Arguments.of(bad.getKey(), bad.getValue()));
    }
}
