package org.centralino.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.centralino.gateway.RealInfrastructure;
import org.centralino.testkit.Infrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class ConnectionsTest {
    private static final int MOST_OF_ONE_ADDRESS = 100;
    private static final String GET = "GET /api/config HTTP/1.1\r\nHost: x\r\n\r\n";

    @TestHTTPResource("/")
    URI gateway;

    @Test
    void a_connection_that_brings_no_request_is_closed() throws Exception {
        try (var silent = new RawClient(gateway);
                var halfWay = new RawClient(gateway).say("POST /webhooks/whatsapp HTTP/1.1\r\nContent-")) {
            assertThat(silent.untilClosed()).isEmpty();
            assertThat(halfWay.untilClosed()).isEmpty();
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

    @Test
    void half_a_body_and_then_nothing_is_a_problem_and_the_end() throws Exception {
        var heard = afterHalfABodyAt("/webhooks/whatsapp", "/api/conversations/1/replies", "/api/conversations/silent");

        assertThat(heard).allSatisfy(answer -> assertThat(answer).contains(" 408 ", "request-timeout"));
    }

    @Test
    void who_was_answered_and_sends_no_rest_is_hung_up_on() throws Exception {
        var heard = afterHalfABodyAt("/api/config", "/api/unknown", "/", "/problems/not-found");

        assertThat(heard).allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 40"));
    }

    /// All are silent at the same time.
    ///
    /// @return what each hears until it is hung up on
    private List<String> afterHalfABodyAt(String... paths) throws Exception {
        var silent = new ArrayList<RawClient>();
        try {
            for (var path : paths) {
                silent.add(new RawClient(gateway).post(path, 1_000, "half"));
            }
            var heard = new ArrayList<String>();
            for (var client : silent) {
                heard.add(client.untilClosed());
            }
            return heard;
        } finally {
            for (var client : silent) {
                client.close();
            }
        }
    }

    @Test
    void who_has_no_token_hears_so_before_anything_of_a_body_has_come() throws Exception {
        try (var stranger = new RawClient(gateway).post("/api/conversations/1/early", 1_000, "")) {
            assertThat(stranger.line()).contains(" 401 ");
        }
    }

    @Test
    void of_too_many_connections_of_one_address_the_one_that_rested_longest_goes() throws Exception {
        var resting = new ArrayList<RawClient>();
        try {
            for (var i = 0; i <= MOST_OF_ONE_ADDRESS; i++) {
                resting.add(new RawClient(gateway).say(GET));
                assertThat(resting.getLast().line()).contains(" 200 ");
            }

            assertThat(resting.getFirst().untilClosed()).endsWith("}");
            resting.getLast().say("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(resting.getLast().untilClosed()).contains("HTTP/1.1 200 OK");
        } finally {
            for (var client : resting) {
                client.close();
            }
        }
    }

    @Test
    void who_was_answered_with_a_token_stays_however_many_strangers_share_the_address() throws Exception {
        var strangers = new ArrayList<RawClient>();
        var call = "GET /api/conversations/1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer token\r\n";
        try (var operator = new RawClient(gateway).say(call + "\r\n")) {
            assertThat(operator.line()).contains(" 200 ");
            for (var i = 0; i <= MOST_OF_ONE_ADDRESS; i++) {
                strangers.add(new RawClient(gateway).say(GET));
                assertThat(strangers.getLast().line()).contains(" 200 ");
            }

            operator.say(call + "Connection: close\r\n\r\n");
            assertThat(operator.untilClosed()).contains("HTTP/1.1 200 OK");
        } finally {
            for (var client : strangers) {
                client.close();
            }
        }
    }

    @Test
    void live_sockets_take_nobodys_place() throws Exception {
        var others = new ArrayList<RawClient>();
        try (var socket = new RawClient(gateway).say(liveSocketOf("anna"))) {
            assertThat(socket.line()).contains(" 101 ");
            for (var i = 0; i < MOST_OF_ONE_ADDRESS; i++) {
                others.add(new RawClient(gateway).say(GET));
                assertThat(others.getLast().line()).contains(" 200 ");
            }

            others.getFirst().say("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(others.getFirst().untilClosed()).contains("HTTP/1.1 200 OK");
        } finally {
            for (var client : others) {
                client.close();
            }
        }
    }

    private static String liveSocketOf(String operator) {
        var carried = URLEncoder.encode(
                "quarkus-http-upgrade#Authorization#Bearer "
                        + Infrastructure.running().token(operator),
                StandardCharsets.UTF_8);
        return "GET /api/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Protocol: bearer-token-carrier, " + carried.replace("+", "%20") + "\r\n\r\n";
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
