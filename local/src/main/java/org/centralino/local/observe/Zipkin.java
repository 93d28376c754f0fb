package org.centralino.local.observe;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.centralino.local.StackException;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.process.Programs;
import org.centralino.local.process.Waiting;
import org.centralino.local.state.StateFolder;

/// Zipkin's server, which collects the traces of the services and shows them. It keeps them in memory.
public final class Zipkin {
    public static final String NAME = "zipkin";

    private static final String VERSION = "3.6.1";
    private static final String FETCH = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final int port;
    private final ChildProcess process;
    private final Path folder;
    private final Path jar;

    public Zipkin(StateFolder state, int port) {
        this.port = port;
        this.process = new ChildProcess(NAME, state);
        this.folder = state.root().resolve(".centralino/zipkin");
        this.jar = folder.resolve("zipkin-server-%s-slim.jar".formatted(VERSION));
    }

    public ChildProcess process() {
        return process;
    }

    /// @return where its page is, and where services send their spans
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public boolean isFetched() {
        return Files.exists(jar);
    }

    /// Its 86 MB are fetched when somebody wants them first, and not by the build.
    public void fetch() {
        var log = StateFolder.made(folder).resolve("fetched.log");
        try {
            Programs.run(
                    "The fetch of Zipkin's server",
                    List.of(
                            "mvn",
                            "-B",
                            "-ntp",
                            "-q",
                            "-N",
                            FETCH,
                            "-Dartifact=io.zipkin:zipkin-server:%s:jar:slim".formatted(VERSION),
                            "-DoutputDirectory=" + folder),
                    log);
        } catch (StackException failure) {
            throw new StackException(
                    "Zipkin's server could not be fetched; why is in %s. Without --observe everything else starts."
                            .formatted(log),
                    failure);
        }
    }

    public void start() {
        process.start(
                List.of(
                        Programs.java(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar.toString(),
                        "--armeria.ports[0].address=127.0.0.1",
                        "--armeria.ports[0].port=" + port,
                        "--armeria.ports[0].protocols[0]=http"),
                Map.of("STORAGE_TYPE", "mem"));
        Waiting.until(this::isReady, process, PATIENCE);
    }

    public void stop() {
        process.stop("TERM");
    }

    public boolean isReady() {
        return Waiting.answers(URI.create(url() + "/health"));
    }
}
