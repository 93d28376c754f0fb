package org.centralino.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import org.centralino.gateway.RealInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealInfrastructure
class ConnectionsTest {
    private static final String GET = "GET /api/config HTTP/1.1\r\nHost: x\r\n\r\n";

    @TestHTTPResource("/")
    URI gateway;

    @ParameterizedTest
    @ValueSource(strings = {"", "POST /webhooks/whatsapp HTTP/1.1\r\nContent-"})
    void a_connection_that_brings_no_request_is_closed(String begin) throws Exception {
        try (var silent = new RawClient(gateway).say(begin)) {
            assertThat(silent.untilClosed()).isEmpty();
        }
    }

    @Test
    void a_connection_between_two_requests_stays_open() throws Exception {
        try (var kept = new RawClient(gateway).say(GET)) {
            assertThat(kept.line()).contains(" 200 ");
            for (var patience = 0; patience < 2; patience++) {
                try (var silent = new RawClient(gateway)) {
                    silent.untilClosed();
                }
            }

            kept.say("GET /assets/app-abc123.js HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(kept.untilClosed()).contains("HTTP/1.1 200 OK");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/whatsapp", "/api/conversations/1/replies"})
    void half_a_body_and_then_nothing_is_a_problem_and_the_end(String path) throws Exception {
        try (var silent = new RawClient(gateway).post(path, 1_000, "half")) {
            assertThat(silent.untilClosed()).contains(" 408 ", "request-timeout");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/config", "/api/unknown", "/", "/problems/not-found"})
    void who_was_answered_and_sends_no_rest_is_hung_up_on(String path) throws Exception {
        try (var silent = new RawClient(gateway).post(path, 1_000, "half")) {
            assertThat(silent.untilClosed()).startsWith("HTTP/1.1 40");
        }
    }

    @Test
    void eighty_who_announce_three_mebibytes_and_send_nothing_cost_next_to_nothing() throws Exception {
        var before = heap();
        var announced = new ArrayList<RawClient>();
        try {
            for (var i = 0; i < 80; i++) {
                announced.add(new RawClient(gateway).post("/webhooks/whatsapp", 3 * 1024 * 1024, "{"));
            }

            assertThat(heap() - before).isLessThan(20L * 1024 * 1024);
            for (var client : announced) {
                assertThat(client.untilClosed()).contains(" 408 ");
            }
        } finally {
            for (var client : announced) {
                client.close();
            }
        }
    }

    private static long heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
