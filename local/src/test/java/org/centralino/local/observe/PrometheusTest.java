package org.centralino.local.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.centralino.local.port.Port;
import org.centralino.local.process.Programs;
import org.centralino.local.state.StateFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private String settings;

    @BeforeEach
    void make() {
        var state = new StateFolder(ROOT, folder, false);
        settings = new Prometheus(
                        state,
                        Port.PROMETHEUS.number(),
                        Map.of(
                                "gateway",
                                List.of(Port.GATEWAY_MANAGEMENT.ofReplica(1), Port.GATEWAY_MANAGEMENT.ofReplica(2))))
                .settings();
    }

    @Test
    void every_replica_is_read_and_its_job_is_called_as_alerts_call_it() {
        assertThat(settings).contains("job_name: centralino-gateway").contains("['127.0.0.1:9280', '127.0.0.1:9480']");
    }

    @Test
    void prometheus_takes_the_settings_and_the_alerts_that_are_deployed() throws Exception {
        assumeThat(Programs.has("promtool")).as("promtool is installed").isTrue();
        var file = Files.writeString(folder.resolve("prometheus.yml"), settings);

        Programs.run("The check", List.of("promtool", "check", "config", file.toString()), folder.resolve("check.log"));

        assertThat(folder.resolve("check.log")).content().contains("SUCCESS: 5 rule files found");
    }
}
