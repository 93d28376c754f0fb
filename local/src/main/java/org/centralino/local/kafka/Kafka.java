package org.centralino.local.kafka;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.centralino.events.Topics;
import org.centralino.local.StackException;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.process.Programs;
import org.centralino.local.process.StartCache;
import org.centralino.local.process.Waiting;
import org.centralino.local.state.Caches;
import org.centralino.local.state.StateFolder;
import org.jspecify.annotations.Nullable;

/// A real Kafka broker (KRaft, one node) in a JVM of its own.
public final class Kafka {
    public static final String NAME = "kafka";

    private static final int LOCAL_PARTITIONS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final StateFolder state;
    private final int port;
    private final int controllerPort;
    private final @Nullable KafkaTokens tokens;
    private final ChildProcess process;
    private final Path data;

    /// Everybody signs in with a password.
    public Kafka(StateFolder state, int port, int controllerPort) {
        this(state, port, controllerPort, null);
    }

    /// @param tokens how services sign in; by passwords, if nothing is said
    public Kafka(StateFolder state, int port, int controllerPort, @Nullable KafkaTokens tokens) {
        this.state = state;
        this.port = port;
        this.controllerPort = controllerPort;
        this.tokens = tokens;
        this.process = new ChildProcess(NAME, state);
        this.data = state.data(NAME);
    }

    public ChildProcess process() {
        return process;
    }

    public String bootstrap() {
        return "localhost:" + port;
    }

    /// Formats the log folder when there is none, starts the broker, makes what topics are missing, and gives every
    /// service its rights.
    public void start() {
        var users = KafkaUsers.of(state.root());
        var settings = writeSettings(users);
        if (!Files.exists(data.resolve("meta.properties"))) {
            Programs.run("Kafka's format", formatting(settings), process.log());
        }
        var command = jvm();
        command.addAll(startCache().flags());
        command.addAll(List.of("-cp", classPath(), "kafka.Kafka", settings.toString()));
        process.start(command, Map.of());
        provide(users);
    }

    /// Gives a broker that another version has started what this one needs besides.
    public void update() {
        if (!wasProvided()) {
            provide(KafkaUsers.of(state.root()));
        }
    }

    private void provide(KafkaUsers users) {
        try (var admin = Admin.create(clientOfAdmin())) {
            Waiting.until(() -> answers(admin), process, PATIENCE);
            makeTopics(admin);
            users.permit(admin);
            Files.writeString(provided(), needs());
        } catch (IOException failure) {
            throw new StackException("What Kafka was given could not be noted: " + failure.getMessage(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        } catch (ExecutionException failure) {
            throw new StackException("Kafka's topics could not be made: " + failure.getMessage(), failure);
        }
    }

    private boolean wasProvided() {
        try {
            return Files.exists(provided()) && Files.readString(provided()).equals(needs());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// What this version needs of a broker, in short.
    private String needs() {
        return "%s %s".formatted(Topics.all(), Caches.stampOf(KafkaUsers.file(state.root())));
    }

    private Path provided() {
        return state.run().resolve("kafka.provided");
    }

    private Map<String, Object> clientOfAdmin() {
        var settings = new HashMap<>(KafkaUsers.clientOf(KafkaUsers.ADMIN));
        settings.putAll(
                Map.of("bootstrap.servers", bootstrap(), "request.timeout.ms", 2_000, "default.api.timeout.ms", 4_000));
        return settings;
    }

    public void stop() {
        process.stop("TERM");
    }

    private static boolean answers(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        }
    }

    /// Makes what topics are missing, with few partitions: one machine has few cores.
    public static void makeTopics(Admin admin) throws InterruptedException, ExecutionException {
        OneNode.makeTopics(admin, LOCAL_PARTITIONS);
    }

    public StartCache startCache() {
        return new StartCache(state, process, NAME, Caches.stampOfFiles(libraries()), jvm(), classPath());
    }

    private List<String> jvm() {
        var command = new ArrayList<>(List.of(
                Programs.java(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
        if (tokens != null) {
            command.add(tokens.permission());
        }
        return command;
    }

    private List<String> formatting(Path settings) {
        var command = jvm();
        command.addAll(List.of(
                "-cp",
                classPath(),
                "kafka.tools.StorageTool",
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                settings.toString()));
        return command;
    }

    /// Named file by file: a start cache holds for one order of them only.
    private String classPath() {
        try (var jars = Files.list(libraries())) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        } catch (IOException failure) {
            throw new StackException("Kafka is not built: " + failure.getMessage(), failure);
        }
    }

    private Path libraries() {
        return state.root().resolve("local/target/lib");
    }

    private Path settingsFile() {
        return state.run().resolve("kafka.properties");
    }

    private Path writeSettings(KafkaUsers users) {
        var place = new OneNode("localhost", "localhost", port, controllerPort, data);
        return place.write(users, tokens, settingsFile());
    }
}
