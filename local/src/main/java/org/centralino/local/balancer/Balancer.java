package org.centralino.local.balancer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.centralino.local.port.Port;
import org.centralino.local.port.PortCheck;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.process.Programs;
import org.centralino.local.process.Waiting;
import org.centralino.local.state.StateFolder;

/// What stands in front of the replicas of each service, in a JVM of its own: for one machine, what an Ingress and the
/// Services of Kubernetes are for many.
public final class Balancer {
    public static final String NAME = "balancer";

    /// Who is behind it believes it whose connection it passes on, and stays for those who have not heard yet that it
    /// stops.
    public static final Map<String, String> SETTINGS_BEHIND_IT = Map.of(
            "CENTRALINO_SHUTDOWN_DELAY", "1s",
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true",
            "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChildProcess process;
    private final int replicas;

    private record Front(Port port, Port management) {}

    private static final List<Front> FRONTS = List.of(
            new Front(Port.GATEWAY, Port.GATEWAY_MANAGEMENT),
            new Front(Port.CONVERSATION, Port.CONVERSATION_MANAGEMENT),
            new Front(Port.ASSIGNMENT, Port.ASSIGNMENT_MANAGEMENT),
            new Front(Port.NOTES, Port.NOTES_MANAGEMENT),
            new Front(Port.OUTBOUND, Port.OUTBOUND_MANAGEMENT));

    /// @param replicas how many of each service it stands in front of
    public Balancer(StateFolder state, int replicas) {
        this.process = new ChildProcess(NAME, state);
        this.replicas = replicas;
    }

    public ChildProcess process() {
        return process;
    }

    public void start() {
        var command = new ArrayList<>(List.of(
                Programs.java(),
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                BalancerMain.class.getName()));
        FRONTS.stream().map(this::words).forEach(command::add);
        process.start(command, Map.of());
        Waiting.until(this::isReady, process, PATIENCE);
    }

    public void stop() {
        process.stop("TERM");
    }

    public boolean isReady() {
        return FRONTS.stream().allMatch(front -> PortCheck.isTaken(front.port().number()));
    }

    private String words(Front front) {
        var behind = IntStream.rangeClosed(1, replicas)
                .mapToObj(number -> "%d/%d"
                        .formatted(
                                front.port().ofReplica(number).number(),
                                front.management().ofReplica(number).number()))
                .toList();
        return "%d=%s".formatted(front.port().number(), String.join(",", behind));
    }
}
