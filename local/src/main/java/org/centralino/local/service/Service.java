package org.centralino.local.service;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.centralino.local.StackException;
import org.centralino.local.port.Port;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.process.Programs;
import org.centralino.local.process.StartCache;
import org.centralino.local.process.Waiting;
import org.centralino.local.state.Caches;
import org.centralino.local.state.StateFolder;

/// One of our own services, or the simulator: a Quarkus application in a JVM of its own.
public final class Service {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /// What the compiler and two versions of the application at once take, in MiB.
    private static final int ROOM_FOR_RELOADS = 320;

    private final String name;
    private final String module;
    private final Path application;
    private final Path jar;
    private final int heap;
    private final Port management;
    private final Map<String, String> environment;
    private final StateFolder state;
    private final ChildProcess process;

    /// @param name what all its replicas are called
    /// @param module the folder that it is built in
    /// @param heap at most so many MiB
    /// @param environment its settings
    /// @param process what this one is called, if it is one of several
    public Service(
            String name,
            String module,
            int heap,
            Port management,
            Map<String, String> environment,
            StateFolder state,
            String process) {
        this.name = name;
        this.module = module;
        this.application = state.root().resolve(module).resolve("target/quarkus-app");
        this.jar = application.resolve("quarkus-run.jar");
        this.heap = heap;
        this.management = management;
        this.environment = environment;
        this.state = state;
        this.process = new ChildProcess(process, state);
    }

    public ChildProcess process() {
        return process;
    }

    /// Starts it and waits until it says that it is ready.
    public void start() {
        requireBuilt();
        var command = jvm();
        command.addAll(startCache().map(StartCache::flags).orElse(List.of()));
        command.addAll(List.of("-jar", jar.toString()));
        process.start(command, environment);
        Waiting.until(this::isReady, process, PATIENCE);
    }

    /// Runs it until its restored tables are where the topics are.
    ///
    /// @param since a time before the backup
    /// @return what it did, in its words
    /// @throws StackException when it could not, with its reason
    public String catchUp(Instant since) {
        requireBuilt();
        var command = jvm();
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("CENTRALINO_CATCH_UP_SINCE", since.toString());
        try {
            var running = builder.start();
            var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(process.log(), said, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            var last = said.lines()
                    .filter(line -> line.matches(".*(Caught up since|Not caught up:) .*"))
                    .map(line -> line.replaceFirst(".*?(Caught up|Not caught up)", "$1"))
                    .reduce((_, later) -> later);
            if (running.waitFor() == 0 && last.isPresent()) {
                return last.get();
            }
            throw new StackException("%s has not caught up; see %s. %s"
                    .formatted(process.name(), process.log(), last.orElse("It did not say why.")));
        } catch (IOException failure) {
            throw new StackException(
                    "%s could not be run: %s".formatted(process.name(), failure.getMessage()), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        }
    }

    /// Runs it from its sources in this terminal, with the settings that it has when it is started: a change of
    /// them, or of what it is made of, is there with the next request. Tests and Error Prone are left out.
    ///
    /// @param maven the program; Quarkus' dev mode wants 3.9 or newer
    /// @return its exit code, when it has ended
    public int runFromSources(String maven) {
        var command = List.of(
                maven,
                "-B",
                "-ntp",
                "-q",
                "-pl",
                module,
                "-am",
                "process-classes",
                "quarkus:dev",
                "-Dmaven.test.skip=true",
                "-Dcompiler.checks=-Xdiags:verbose",
                "-Djvm.args=-Xmx%dm".formatted(heap + ROOM_FOR_RELOADS),
                "-Dquarkus.analytics.disabled=true",
                "-Dquarkus.test.continuous-testing=disabled");
        var settings = new HashMap<>(environment);
        // Of Quarkus' Dev UI, which is not there, one step would fail. Tokens are checked by their audience, not by
        // this.
        settings.put("QUARKUS_OIDC_CLIENT_ID", "");
        return process.runHere(command, settings, state.root());
    }

    private void requireBuilt() {
        if (!Files.exists(jar)) {
            throw new StackException(
                    "%s is not built: %s is missing. ./centralino up builds it.".formatted(process.name(), jar));
        }
    }

    public void stop() {
        process.stop("TERM");
    }

    public boolean isReady() {
        return Waiting.answers(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(management.number())));
    }

    /// @return nothing before the service is built
    public Optional<StartCache> startCache() {
        return Optional.of(jar)
                .filter(Files::exists)
                .map(built -> new StartCache(
                        state, process, name, Caches.stampOfFiles(application), jvm(), built.toString()));
    }

    private List<String> jvm() {
        var command = new ArrayList<>(List.of(Programs.java(), "-Xmx%dm".formatted(heap)));
        command.addAll(ProductionJvm.options(state.root()));
        var more = System.getenv("CENTRALINO_JAVA_OPTIONS");
        if (more != null && !more.isBlank()) {
            command.addAll(List.of(more.strip().split("\\s+")));
        }
        return command;
    }
}
