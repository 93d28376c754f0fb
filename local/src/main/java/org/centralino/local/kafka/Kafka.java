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
import org.apache.kafka.clients.admin.NewTopic;
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
    /// In bytes: a webhook of three MiB in an event, with room.
    public static final int LARGEST_MESSAGE = 8 * 1024 * 1024;

    private static final int LOCAL_PARTITIONS = 6;
    /// Kafka deletes whole segments, so this is by how much records may outlive their retention.
    private static final Duration LONGEST_SEGMENT = Duration.ofDays(1);
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
    ///
    /// @throws StackException when it knows its users in another way
    public void update() {
        if (believesTokens() != (tokens != null)) {
            throw new StackException(
                    "Kafka runs already, and %s is what services sign in with there. To change %s, stop it first: ./centralino down"
                            .formatted(believesTokens() ? "a token" : "a password", KafkaTokens.VARIABLE));
        }
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
        var known = admin.listTopics().names().get();
        var missing = Topics.all().stream()
                .filter(topic -> !known.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), Math.min(topic.partitions(), LOCAL_PARTITIONS), (short) 1)
                        .configs(Map.of(
                                "retention.ms", String.valueOf(topic.retention().toMillis()),
                                "segment.ms", String.valueOf(LONGEST_SEGMENT.toMillis()))))
                .toList();
        admin.createTopics(missing).all().get();
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

    private boolean believesTokens() {
        try {
            return Files.readString(settingsFile()).contains(KafkaTokens.MECHANISM);
        } catch (IOException unreadable) {
            throw new StackException("Kafka's settings cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private Path settingsFile() {
        return state.run().resolve("kafka.properties");
    }

    private Path writeSettings(KafkaUsers users) {
        var settings = new HashMap<String, Object>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", 1);
        settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.put("listeners", "CLIENTS://localhost:%d,CONTROLLER://localhost:%d".formatted(port, controllerPort));
        settings.put("advertised.listeners", "CLIENTS://localhost:" + port);
        settings.put("listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        for (var listener : List.of("clients", "controller")) {
            settings.put("listener.name.%s.sasl.enabled.mechanisms".formatted(listener), "PLAIN");
            settings.put(
                    "listener.name.%s.plain.sasl.jaas.config".formatted(listener),
                    tokens == null ? users.known() : KafkaUsers.knownWithoutServices());
        }
        if (tokens != null) {
            settings.putAll(tokens.listener("clients"));
        }
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:%s;User:%s".formatted(KafkaUsers.BROKER, KafkaUsers.ADMIN));
        settings.put("log.dirs", data);
        settings.put("auto.create.topics.enable", false);
        settings.put("message.max.bytes", LARGEST_MESSAGE);
        settings.put("offsets.topic.num.partitions", 4);
        settings.put("offsets.topic.replication.factor", 1);
        settings.put("transaction.state.log.num.partitions", 4);
        settings.put("transaction.state.log.replication.factor", 1);
        settings.put("transaction.state.log.min.isr", 1);
        settings.put("share.coordinator.state.topic.num.partitions", 4);
        settings.put("share.coordinator.state.topic.replication.factor", 1);
        settings.put("share.coordinator.state.topic.min.isr", 1);
        settings.put("group.initial.rebalance.delay.ms", 0);
        settings.put("log.cleaner.dedupe.buffer.size", 16 * 1024 * 1024);
        var lines = settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .toList();
        try {
            return Files.write(settingsFile(), lines);
        } catch (IOException failure) {
            throw new StackException("Kafka's settings could not be written: " + failure.getMessage(), failure);
        }
    }
}
