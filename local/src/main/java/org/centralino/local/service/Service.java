package org.centralino.local.service;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.centralino.local.StackException;
import org.centralino.local.port.Port;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.process.Programs;
import org.centralino.local.process.Waiting;
import org.centralino.local.state.StateFolder;

/// One of our own services, or the simulator: a Quarkus application in a JVM of its own.
public final class Service {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String module;
    private final Port management;
    private final Map<String, String> environment;
    private final StateFolder state;
    private final ChildProcess process;

    /// @param module the folder that it is built in
    /// @param environment its settings
    public Service(String name, String module, Port management, Map<String, String> environment, StateFolder state) {
        this.module = module;
        this.management = management;
        this.environment = environment;
        this.state = state;
        this.process = new ChildProcess(name, state);
    }

    public ChildProcess process() {
        return process;
    }

    /// Starts it and waits until it says that it is ready.
    public void start() {
        var jar = jar();
        if (!Files.exists(jar)) {
            throw new StackException(
                    "%s is not built: %s is missing. ./centralino builds it.".formatted(process.name(), jar));
        }
        var command = new ArrayList<>(List.of(Programs.java(), "-Xmx160m", "-Xss512k", "-XX:+UseSerialGC"));
        command.addAll(AotCache.flags(state, process.name(), jar));
        command.addAll(List.of("-jar", jar.toString()));
        process.start(command, environment);
        var ready = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(management.number()));
        Waiting.until(() -> Waiting.answers(ready), process, PATIENCE);
    }

    public void stop() {
        process.stop("TERM");
    }

    private Path jar() {
        return state.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
