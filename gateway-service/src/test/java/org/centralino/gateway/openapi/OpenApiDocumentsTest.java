package org.centralino.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.centralino.gateway.routing.RoutingTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenApiDocumentsTest {
    private static final String OWN = """
            {"openapi":"3.1.0","paths":{"/api/me":{}}}""";
    private static final String OF_A_SERVICE = """
            {"paths":{"/api/conversations":{},"/api/operators":{},"/api/conversations/1/notes":{}}}""";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-02T12:00:00Z"));
    private final InstantSource clock = now::get;
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch everybodyIsThere = new CountDownLatch(1);
    private HttpServer service;
    private URI down;

    @BeforeEach
    void serve() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/q/openapi", call -> {
            asked.incrementAndGet();
            var bytes = OF_A_SERVICE.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, bytes.length);
            try (var body = call.getResponseBody()) {
                body.write(bytes);
            }
        });
        service.start();
        var gone = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        down = URI.create("http://127.0.0.1:" + gone.getAddress().getPort());
        gone.stop(0);
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void fifty_who_ask_at_once_are_answered_by_asking_each_service_once() throws Exception {
        var documents = documents(this::up);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> ask = () -> {
                everybodyIsThere.await();
                return documents.whole().json();
            };
            var answers = Stream.generate(() -> threads.submit(ask)).limit(50).toList();
            everybodyIsThere.countDown();

            for (var answer : answers) {
                assertThat(answer.get()).contains("/api/me", "/api/conversations", "/api/operators");
            }
        }
        assertThat(asked).hasValue(RoutingTable.values().length);
    }

    @Test
    void the_services_are_asked_again_after_a_minute() {
        var documents = documents(this::up);
        documents.whole();
        now.updateAndGet(then -> then.plusSeconds(59));
        documents.whole();
        assertThat(asked).hasValue(RoutingTable.values().length);

        now.updateAndGet(then -> then.plusSeconds(1));
        documents.whole();

        assertThat(asked).hasValue(2 * RoutingTable.values().length);
    }

    @Test
    void a_service_that_is_down_leaves_the_rest_and_is_asked_again_soon() {
        var away = new AtomicReference<>(RoutingTable.NOTES);
        var documents = documents(table -> table == away.get() ? down : up(table));

        assertThat(documents.whole().json())
                .contains("\"x-not-available\":[\"notes\"]", "/api/conversations", "/api/operators");

        away.set(null);
        now.updateAndGet(then -> then.plus(Duration.ofSeconds(5)));
        assertThat(documents.whole().json()).doesNotContain("x-not-available").contains("/notes");
    }

    @Test
    void the_same_document_has_the_same_tag() {
        assertThat(documents(this::up).whole().tag())
                .isEqualTo(documents(this::up).whole().tag())
                .isNotEqualTo(documents(_ -> down).whole().tag());
    }

    private OpenApiDocuments documents(java.util.function.Function<RoutingTable, URI> services) {
        return new OpenApiDocuments(
                () -> OWN.getBytes(StandardCharsets.UTF_8),
                services,
                new ObjectMapper(),
                clock.withZone(ZoneOffset.UTC));
    }

    private URI up(RoutingTable any) {
        return URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    }
}
