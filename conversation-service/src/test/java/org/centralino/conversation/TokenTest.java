package org.centralino.conversation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.testkit.TokenContract;
import org.junit.jupiter.params.provider.Arguments;

@QuarkusTest
@RealInfrastructure
class TokenTest extends TokenContract {
    private static final String ONE = "/api/conversations/" + new UUID(0, 1);

    @Override
    protected Stream<Arguments> endpoints() {
        return Stream.of(
                Arguments.of(Method.GET, "/api/conversations"),
                Arguments.of(Method.GET, "/api/conversations/counts"),
                Arguments.of(Method.GET, ONE),
                Arguments.of(Method.GET, ONE + "/timeline"),
                Arguments.of(Method.GET, ONE + "/history"),
                Arguments.of(Method.GET, ONE + "/free-entry"),
                Arguments.of(Method.PUT, ONE + "/read"),
                Arguments.of(Method.POST, ONE + "/replies"),
                Arguments.of(Method.GET, ONE + "/templates"),
                Arguments.of(Method.POST, ONE + "/resolve"),
                Arguments.of(Method.POST, ONE + "/reopen"),
                Arguments.of(Method.GET, ONE + "/messages/" + new UUID(0, 2) + "/raw"),
                Arguments.of(Method.POST, ONE + "/messages/" + new UUID(0, 2) + "/resolution"));
    }
}
