package org.centralino.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.centralino.gateway.GatewayConfig;
import org.centralino.kit.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncomingBodiesTest {
    private static final int LIMIT = 64 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final BlockingQueue<IncomingBody> collected = new LinkedBlockingQueue<>();

    private record Limits(
            Duration patience,
            Duration wholeBody,
            Duration keptOpen,
            int connectionsPerAddress,
            int bodiesPerAddress,
            long mostBytes)
            implements GatewayConfig.Intake {
        static final Limits USUAL =
                new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(5), 100, 100, 1 << 20);

        Limits patience(Duration other) {
            return new Limits(other, wholeBody, keptOpen, connectionsPerAddress, bodiesPerAddress, mostBytes);
        }

        Limits wholeBody(Duration other) {
            return new Limits(patience, other, keptOpen, connectionsPerAddress, bodiesPerAddress, mostBytes);
        }

        Limits bodiesPerAddress(int other) {
            return new Limits(patience, wholeBody, keptOpen, connectionsPerAddress, other, mostBytes);
        }

        Limits mostBytes(long other) {
            return new Limits(patience, wholeBody, keptOpen, connectionsPerAddress, bodiesPerAddress, other);
        }
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void half_a_body_and_then_nothing_is_given_up() throws Exception {
        var server = serve(Limits.USUAL.patience(Duration.ofMillis(250)));
        try (var silent = new RawClient(server).post("/", 1_000, "half")) {
            assertThat(silent.line()).contains(" 408 ");
        }
        nothingIsLeft();
    }

    @Test
    void a_body_that_drips_is_given_up_as_well() throws Exception {
        var server = serve(Limits.USUAL.patience(Duration.ofMillis(250)).wholeBody(Duration.ofSeconds(1)));
        try (var slow = new RawClient(server).post("/", 1_000, "")) {
            var dripping = Thread.startVirtualThread(() -> {
                try {
                    while (!Thread.interrupted()) {
                        slow.say("x");
                        Thread.sleep(20);
                    }
                } catch (Exception _) {
                    // The server does not listen any more.
                }
            });
            assertThat(slow.line()).contains(" 408 ");
            dripping.interrupt();
        }
        nothingIsLeft();
    }

    @Test
    void one_address_has_only_so_many_under_way() throws Exception {
        var server = serve(Limits.USUAL.bodiesPerAddress(2));
        try (var first = new RawClient(server).post("/", 10, "half");
                var second = new RawClient(server).post("/", 10, "half")) {
            Awaitility.await()
                    .until(() -> metrics.get("centralino.intake.bodies").gauge().value() == 2);

            try (var third = new RawClient(server).post("/", 10, "half")) {
                assertThat(third.line()).contains(" 503 ");
            }
            assertThat(refused("address")).isEqualTo(1);

            first.say("-whole");
            assertThat(collected.poll(20, TimeUnit.SECONDS)).isNotNull().satisfies(IncomingBody::letGo);
            assertThat(first.line()).contains(" 200 ");
            try (var fourth = new RawClient(server).post("/", 4, "body")) {
                assertThat(fourth.line()).contains(" 200 ");
            }
        }
    }

    @Test
    void one_address_has_no_more_than_a_quarter_of_the_memory_until_it_has_proved_something() throws Exception {
        var server = serve(Limits.USUAL.mostBytes(4_000));
        try (var first = new RawClient(server).post("/", 700, "x".repeat(700))) {
            assertThat(first.line()).contains(" 200 ");

            try (var second = new RawClient(server).post("/", 700, "x".repeat(700))) {
                assertThat(second.line()).contains(" 503 ");
            }
            assertThat(refused("bytes")).isEqualTo(1);
        }

        assertThat(collected.poll(20, TimeUnit.SECONDS)).isNotNull().satisfies(IncomingBody::letGo);
        try (var third = new RawClient(server).post("/", 700, "x".repeat(700))) {
            assertThat(third.line()).contains(" 200 ");
        }
    }

    @Test
    void what_announces_too_much_is_refused_unread() throws Exception {
        var server = serve(Limits.USUAL);
        try (var large = new RawClient(server).post("/", LIMIT + 1, "")) {
            assertThat(large.line()).contains(" 413 ");
        }
        nothingIsLeft();
    }

    @Test
    void a_body_that_is_asked_for_later_is_whole() throws Exception {
        var bodies = new IncomingBodies(vertx, Limits.USUAL, metrics);
        var server = serve(request -> {
            var body = bodies.open(request, LIMIT);
            vertx.setTimer(
                    200, _ -> body.whole().onSuccess(bytes -> request.response().end(bytes)));
        });
        try (var client = new RawClient(server).post("/", 4, "body")) {
            Awaitility.await().until(() -> client.line().isEmpty());

            assertThat(client.read(4)).isEqualTo("body");
        }
    }

    @Test
    void a_body_that_failed_says_so_to_who_asks_for_it_later() throws Exception {
        var bodies = new IncomingBodies(vertx, Limits.USUAL, metrics);
        var failures = new LinkedBlockingQueue<Throwable>();
        var server = serve(request -> {
            var body = bodies.open(request, LIMIT);
            request.connection().closeHandler(_ -> body.whole().onFailure(failures::add));
        });
        try (var _ = new RawClient(server).post("/", 1_000, "half")) {
            Awaitility.await()
                    .until(() -> metrics.get("centralino.intake.bodies").gauge().value() == 1);
        }
        assertThat(failures.poll(20, TimeUnit.SECONDS)).isNotNull();
        nothingIsLeft();
    }

    @Test
    void who_hangs_up_leaves_nothing_behind() throws Exception {
        var server = serve(Limits.USUAL);
        try (var _ = new RawClient(server).post("/", 1_000, "half")) {
            Awaitility.await()
                    .until(() -> metrics.get("centralino.intake.bytes").gauge().value() == 4);
        }
        nothingIsLeft();
    }

    private void nothingIsLeft() {
        Awaitility.await().untilAsserted(() -> {
            assertThat(metrics.get("centralino.intake.bodies").gauge().value()).isZero();
            assertThat(metrics.get("centralino.intake.bytes").gauge().value()).isZero();
        });
    }

    private double refused(String reason) {
        return metrics.get("centralino.intake.refused")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private URI serve(Limits limits) {
        var bodies = new IncomingBodies(vertx, limits, metrics);
        return serve(request -> answer(bodies, request));
    }

    private URI serve(Handler<HttpServerRequest> handler) {
        var port = vertx.createHttpServer()
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    private void answer(IncomingBodies bodies, HttpServerRequest request) {
        try {
            var body = bodies.open(request, LIMIT);
            body.whole()
                    .onSuccess(_ -> {
                        collected.add(body);
                        request.response().end();
                    })
                    .onFailure(failure -> refuse(request, failure));
        } catch (ProblemException refused) {
            refuse(request, refused);
        }
    }

    private static void refuse(HttpServerRequest request, Throwable failure) {
        if (failure instanceof ProblemException refused) {
            request.response().setStatusCode(refused.problem().status()).end();
        }
    }
}
