package org.centralino.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    private static final Path OUTGOING = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    @Test
    void a_server_can_have_it() throws Exception {
        try (var server = new ServerSocket(FreePorts.next(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(server.isBound()).isTrue();
        }
    }

    @Test
    void no_outgoing_connection_of_this_machine_is_given_one_of_them() throws Exception {
        assumeTrue(Files.exists(OUTGOING));
        var range = Files.readAllLines(OUTGOING).getFirst();
        var firstOutgoing = Integer.parseInt(range.split("\\s+")[0]);

        assertThat(IntStream.range(0, 200).map(_ -> FreePorts.next())).allMatch(port -> port < firstOutgoing);
    }

    @Test
    void nobody_is_given_the_port_of_another() {
        assertThat(IntStream.range(0, 200).map(_ -> FreePorts.next()).boxed()).doesNotHaveDuplicates();
    }
}
