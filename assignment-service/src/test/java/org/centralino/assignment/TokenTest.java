package org.centralino.assignment;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.testkit.TokenContract;
import org.junit.jupiter.params.provider.Arguments;

@QuarkusTest
@RealInfrastructure
class TokenTest extends TokenContract {
    private static final String CONVERSATION = "/api/conversations/" + UUID.randomUUID();

    @Override
    protected Stream<Arguments> endpoints() {
        return Stream.of(
                Arguments.of(Method.GET, CONVERSATION + "/assignment"),
                Arguments.of(Method.POST, CONVERSATION + "/assignment"),
                Arguments.of(Method.DELETE, CONVERSATION + "/assignment"),
                Arguments.of(Method.GET, "/api/operators"),
                Arguments.of(Method.POST, "/dead-letters/centralino.conversation.v1/replay"));
    }
}
