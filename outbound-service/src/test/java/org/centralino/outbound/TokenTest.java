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
                Arguments.of(Method.POST, NUMBERS),
                Arguments.of(Method.POST, NUMBERS + "/lookup"),
                Arguments.of(Method.PATCH, NUMBERS + "/510000000000023"),
                Arguments.of(Method.DELETE, NUMBERS + "/510000000000023"),
                Arguments.of(Method.GET, NUMBERS + "/510000000000023/setup"),
                Arguments.of(Method.POST, NUMBERS + "/510000000000023/setup/check"),
                Arguments.of(Method.POST, NUMBERS + "/510000000000023/setup/subscription"),
                Arguments.of(Method.POST, NUMBERS + "/510000000000023/setup/registration"),
                Arguments.of(Method.POST, NUMBERS + "/510000000000023/setup/test-message"),
                Arguments.of(Method.PUT, NUMBERS + "/510000000000023/pin"),
                Arguments.of(Method.GET, NUMBERS + "/510000000000023/profile"),
                Arguments.of(Method.PATCH, NUMBERS + "/510000000000023/profile"),
                Arguments.of(Method.GET, NUMBERS + "/510000000000023/qr-codes"),
                Arguments.of(Method.POST, NUMBERS + "/510000000000023/qr-codes"),
                Arguments.of(Method.PATCH, NUMBERS + "/510000000000023/qr-codes/A"),
                Arguments.of(Method.DELETE, NUMBERS + "/510000000000023/qr-codes/A"),
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
