package org.centralino.local.observe;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.centralino.local.StackException;
import org.centralino.local.port.Port;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.process.Programs;
import org.centralino.local.process.Waiting;
import org.centralino.local.state.StateFolder;

/// The system's own Prometheus: reads the metrics of every process of ours, and has the alerts that are deployed.
public final class Prometheus {
    public static final String NAME = "prometheus";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ALERTS = "deploy/helm/centralino/files/alerts/*.yaml";

    private final StateFolder state;
    private final int port;
    private final Map<String, List<Port>> services;
    private final ChildProcess process;

    /// @param services by their names, where each of their processes tells its metrics
    public Prometheus(StateFolder state, int port, Map<String, List<Port>> services) {
        this.state = state;
        this.port = port;
        this.services = services;
        this.process = new ChildProcess(NAME, state);
    }

    public static boolean isInstalled() {
        return Programs.has(NAME);
    }

    public ChildProcess process() {
        return process;
    }

    public void start() {
        process.start(
                List.of(
                        NAME,
                        "--config.file=" + writeSettings(),
                        "--storage.tsdb.path=" + state.data(NAME),
                        "--web.listen-address=127.0.0.1:" + port),
                Map.of());
        Waiting.until(this::isReady, process, PATIENCE);
    }

    public void stop() {
        process.stop("TERM");
    }

    public boolean isReady() {
        return Waiting.answers(URI.create("http://127.0.0.1:%d/-/ready".formatted(port)));
    }

    private Path writeSettings() {
        try {
            return Files.writeString(state.run().resolve("prometheus.yml"), settings());
        } catch (IOException failure) {
            throw new StackException("Prometheus' settings could not be written: " + failure.getMessage(), failure);
        }
    }

    /// A job is called as the Service of the chart: alerts find services by that.
    String settings() {
        return """
                global:
                  scrape_interval: 5s
                  evaluation_interval: 5s
                rule_files:
                  - '%s'
                scrape_configs:
                """.formatted(state.root().resolve(ALERTS))
                + services.entrySet().stream()
                        .map(service -> job(service.getKey(), service.getValue()))
                        .collect(Collectors.joining());
    }

    private static String job(String service, List<Port> ports) {
        var targets = ports.stream()
                .map(each -> "'127.0.0.1:%d'".formatted(each.number()))
                .collect(Collectors.joining(", "));
        return """
                  - job_name: centralino-%s
                    metrics_path: /q/metrics
                    static_configs:
                      - targets: [%s]
                """.formatted(service, targets);
    }
}
