package org.centralino.outbound;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.testkit.TokenContract;
import org.junit.jupiter.params.provider.Arguments;

@QuarkusTest
class TokenTest extends TokenContract {
    private static final String NUMBERS = "/api/numbers";

    @Override
    protected Stream<Arguments> endpoints() {
        return Stream.of(
                Arguments.of(Method.GET, NUMBERS),
                Arguments.of(Method.GET, NUMBERS + "/510000000000023"),
                Arguments.of(Method.GET, NUMBERS + "/510000000000023/reports"),
                Arguments.of(Method.GET, NUMBERS + "/510000000000023/connection"),
                Arguments.of(Method.GET, NUMBERS + "/510000000000023/token"),
                Arguments.of(Method.PUT, NUMBERS + "/510000000000023/token"),
                Arguments.of(Method.DELETE, NUMBERS + "/510000000000023/token"),
                Arguments.of(Method.GET, NUMBERS + "/reports/" + UUID.randomUUID() + "/raw"),
                Arguments.of(Method.GET, NUMBERS + "/unrecognised"),
                Arguments.of(Method.GET, NUMBERS + "/unrecognised/parts"),
                Arguments.of(Method.GET, NUMBERS + "/unrecognised/parts/" + UUID.randomUUID() + "/raw"));
    }
}
