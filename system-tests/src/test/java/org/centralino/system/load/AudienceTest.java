package org.centralino.system.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.centralino.system.load.Audience.Programme;
import org.centralino.system.load.Audience.Team;
import org.centralino.system.stack.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AudienceTest {
    private static final String OF_THE_FIRST = "01a203a9-f640-71d0-9e73-409af15b2e6c";
    private static final String OF_THE_SECOND = "01a1f452-5980-73a9-941c-5f0e2a6c8d10";
    private static final Map<String, Integer> TEAM_OF = Map.of(OF_THE_FIRST, 0, OF_THE_SECOND, 1);

    private final Vertx vertx = Vertx.vertx();
    private final Queue<ServerWebSocket> sockets = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void listen() {
        server = vertx.createHttpServer()
                .webSocketHandler(socket -> {
                    sockets.add(socket);
                    socket.writeTextMessage("{\"type\":\"hello\"}");
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_message_is_there_when_the_last_socket_of_its_team_has_it() {
        try (var audience = audience(1, new Team("a", 2), new Team("b", 1))) {
            audience.begins(0, System.nanoTime());

            tell("a", event(OF_THE_FIRST, 0, 10));
            audience.awaitAll();

            assertThat(audience.first().count()).isEqualTo(1);
            assertThat(audience.last().count()).isEqualTo(1);
            assertThat(audience.strayed()).isZero();
        }
    }

    @Test
    void a_frame_of_a_conversation_that_another_team_holds_has_strayed() {
        try (var audience = audience(1, new Team("a", 1), new Team("b", 1))) {
            tell("a", event(OF_THE_SECOND, 0, 10));

            Patience.await("it is noticed").until(() -> audience.strayed() == 1);
        }
    }

    @Test
    void a_message_that_comes_again_is_counted_apart() {
        try (var audience = audience(1, new Team("a", 1))) {
            tell("a", event(OF_THE_FIRST, 0, 10));
            tell("a", event(OF_THE_FIRST, 0, 10));

            Patience.await("it is noticed").until(() -> audience.repeated() == 1);
        }
    }

    @Test
    void frames_of_every_length_are_read() {
        try (var audience = audience(4, new Team("a", 1))) {
            tell("a", event(OF_THE_FIRST, 0, 0));
            tell("a", event(OF_THE_FIRST, 1, 10_000));
            tell("a", event(OF_THE_FIRST, 2, 65_400));
            tell("a", event(OF_THE_FIRST, 3, 1));

            audience.awaitAll();

            assertThat(audience.last().count()).isEqualTo(4);
        }
    }

    private Audience audience(int messages, Team... teams) {
        var address = URI.create("http://127.0.0.1:" + server.actualPort());
        return Audience.of(address, List.of(teams), new Programme("wamid.LOAD.1.", messages, TEAM_OF));
    }

    private void tell(String token, String frame) {
        sockets.stream()
                .filter(socket -> socket.headers().get("Sec-WebSocket-Protocol").endsWith("Bearer%20" + token))
                .forEach(socket -> socket.writeTextMessage(frame));
    }

    private static String event(String conversation, int number, int padding) {
        return "{\"conversationId\":\"%s\",\"words\":\"%s\",\"platformId\":\"wamid.LOAD.1.%d\"}"
                .formatted(conversation, "x".repeat(padding), number);
    }
}
