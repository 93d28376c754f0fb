package org.centralino.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrainingTest {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Draining draining = new Draining(Duration.ofMillis(300));
    private final LinkedBlockingQueue<RoutingContext> slow = new LinkedBlockingQueue<>();
    private HttpServer server;

    @BeforeEach
    void serve() {
        var router = Router.router(vertx);
        draining.mount(router);
        router.route("/quick").handler(RoutingContext::end);
        router.route("/slow").handler(slow::add);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void who_is_told_to_stop_finishes_what_he_has_begun() throws Exception {
        var answer = ask("/slow");
        var call = slow.take();

        var drained = drain();

        assertThat(drained).isNotDone();
        Thread.ofVirtual().start(() -> call.vertx().runOnContext(_ -> call.end("done")));
        drained.get(5, TimeUnit.SECONDS);
        assertThat(answer.get(5, TimeUnit.SECONDS).body()).isEqualTo("done");
    }

    @Test
    void he_is_not_ready_from_then_on() throws Exception {
        assertThat(draining.call().getStatus()).isEqualTo(Status.UP);

        drain().get(5, TimeUnit.SECONDS);

        assertThat(draining.call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void who_still_comes_is_answered_and_asked_not_to_come_back_over_the_same_connection() throws Exception {
        assertThat(ask("/quick").get().headers().firstValue("connection")).isEmpty();
        ask("/slow");
        slow.take();
        drain();

        var late = ask("/quick").get(5, TimeUnit.SECONDS);

        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(late.headers().firstValue("connection")).hasValue("close");
    }

    @Test
    void a_live_socket_is_not_waited_for() throws Exception {
        vertx.createHttpClient()
                .request(HttpMethod.GET, server.actualPort(), "localhost", "/slow")
                .compose(request -> request.putHeader("Upgrade", "websocket")
                        .putHeader("Connection", "Upgrade")
                        .send());
        slow.take();

        assertThat(drain()).succeedsWithin(Duration.ofSeconds(5));
    }

    private CompletableFuture<Void> drain() {
        var begun = new CompletableFuture<Void>();
        var drained = CompletableFuture.runAsync(() -> {
            begun.complete(null);
            try {
                draining.drain(new ShutdownDelayInitiatedEvent());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        begun.join();
        while (draining.call().getStatus() == Status.UP) {
            Thread.onSpinWait();
        }
        return drained;
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        return http.sendAsync(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:%d%s".formatted(server.actualPort(), path));
    }
}
