package org.centralino.assignment.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.centralino.assignment.AssignmentConfig;
import org.centralino.kit.problem.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.closeAndAwait();
    }

    @Test
    void when_keycloak_is_away_it_is_said_what_to_do() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        assertUnavailable(accountsAt(closed));
    }

    @Test
    void when_keycloak_hangs_nobody_waits_for_long() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertUnavailable(accountsAt(silent.getLocalPort()));
        }
    }

    @Test
    void when_keycloak_refuses_this_service_nobody_is_taken_for_unknown() {
        var refusing = VERTX.createHttpServer()
                .requestHandler(request -> request.response().setStatusCode(401).endAndForget("{}"))
                .listenAndAwait(0, "localhost");

        assertUnavailable(accountsAt(refusing.actualPort()));
    }

    private static Accounts accountsAt(int port) {
        var realm = URI.create("http://localhost:%d/realms/centralino".formatted(port));
        return new Accounts(
                VERTX, new Settings("assignment-service", "secret", realm, UUID.randomUUID(), Duration.ofMillis(200)));
    }

    private static void assertUnavailable(Accounts accounts) {
        assertThatThrownBy(() -> accounts.find(UUID.randomUUID()).await().atMost(Duration.ofSeconds(10)))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(refused -> refused.problem().reasonKey())
                .isEqualTo("identity-unavailable");
    }

    private record Settings(
            String clientId, String clientSecret, URI realmUrl, UUID permissionsClient, Duration keycloakTimeout)
            implements AssignmentConfig {}
}
