package org.centralino.local.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void a_port_on_which_somebody_listens_is_taken_and_then_free_again() throws IOException {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            assertThat(PortCheck.isTaken(port)).isTrue();
        }
        assertThat(PortCheck.isTaken(port)).isFalse();
    }

    @Test
    void a_server_on_the_other_loopback_address_counts_too() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            assertThat(PortCheck.isTaken(server.getLocalPort())).isTrue();
        } catch (SocketException noIpV6) {
            Assumptions.abort("there is no IPv6 here");
        }
    }

    @Test
    void who_holds_a_port_is_named_by_process_and_command() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")));
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortCheck.holder(server.getLocalPort()).orElseThrow())
                    .startsWith(
                            "process %d (/".formatted(ProcessHandle.current().pid()));
        }
    }
}
