package org.centralino.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/ready", 200);
        answer("/busy", 503);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_server_that_answers_200_is_well() {
        assertThat(Probe.isWell(port(), "/ready")).isTrue();
    }

    @Test
    void a_server_that_answers_anything_else_is_not() {
        assertThat(Probe.isWell(port(), "/busy")).isFalse();
        assertThat(Probe.isWell(port(), "/nowhere")).isFalse();
    }

    @Test
    void without_a_path_it_is_enough_that_somebody_listens() {
        assertThat(Probe.isWell(port(), "")).isTrue();
    }

    @Test
    void where_nobody_listens_nothing_is_well() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(Probe.isWell(free, "")).isFalse();
        assertThat(Probe.isWell(free, "/ready")).isFalse();
    }

    private void answer(String path, int status) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
