package org.centralino.local.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.centralino.local.StackException;
import org.centralino.local.port.PortCheck;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.process.Programs;
import org.centralino.local.process.Waiting;
import org.centralino.local.state.StateFolder;

/// S3Proxy: an object store with the S3 API that keeps each object as a file.
public final class ObjectServer {
    public static final String NAME = "objects";

    private static final String BUCKET = "centralino-media";
    private static final String ACCESS_KEY = "local-media";
    private static final String SECRET_KEY = "local-media-secret";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final StateFolder state;
    private final int port;
    private final ChildProcess process;

    public ObjectServer(StateFolder state, int port) {
        this.state = state;
        this.port = port;
        this.process = new ChildProcess(NAME, state);
    }

    public ChildProcess process() {
        return process;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /// @return what a service must know of it, by the names of its settings
    public Map<String, String> settings() {
        return Map.of(
                "centralino.media.address", url(),
                "centralino.media.bucket", BUCKET,
                "centralino.media.access-key", ACCESS_KEY,
                "centralino.media.secret-key", SECRET_KEY);
    }

    /// @return the same as variables of the environment
    public Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        settings()
                .forEach((name, value) ->
                        environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        return environment;
    }

    public void start() {
        // A bucket is a folder.
        StateFolder.made(state.data(NAME).resolve(BUCKET));
        process.start(
                List.of(
                        Programs.java(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar().toString(),
                        "--properties",
                        writeSettings().toString()),
                Map.of());
        Waiting.until(this::isReady, process, PATIENCE);
    }

    public void stop() {
        process.stop("TERM");
    }

    public boolean isReady() {
        return PortCheck.isTaken(port);
    }

    private Path jar() {
        return state.root().resolve("local/target/distributions/s3proxy.jar");
    }

    private Path writeSettings() {
        try {
            return Files.writeString(state.run().resolve("objects.properties"), """
                    s3proxy.endpoint=%s
                    s3proxy.authorization=aws-v2-or-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=filesystem-nio2
                    jclouds.filesystem.basedir=%s
                    """.formatted(
                            url(), ACCESS_KEY, SECRET_KEY, state.data(NAME)));
        } catch (IOException failure) {
            throw new StackException(
                    "The object store's settings could not be written: " + failure.getMessage(), failure);
        }
    }
}
