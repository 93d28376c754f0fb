package org.centralino.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.centralino.events.Topics;
import org.centralino.local.StackException;
import org.jspecify.annotations.Nullable;

/// A broker that is its own controller and has no other beside it.
///
/// @param listensAt the address that clients may come to
/// @param calledAs what clients are told to call it
/// @param data where its log lies
public record OneNode(String listensAt, String calledAs, int port, int controllerPort, Path data) {
    /// In bytes: a webhook of three MiB in an event, with room.
    public static final int LARGEST_MESSAGE = 8 * 1024 * 1024;

    /// Kafka deletes whole segments, so this is by how much records may outlive their retention.
    private static final Duration LONGEST_SEGMENT = Duration.ofDays(1);

    /// Writes its settings, passwords included.
    ///
    /// @return the file
    public Path write(KafkaUsers users, Path file) {
        return write(users, null, file);
    }

    /// @param tokens how services sign in; by passwords, if nothing is said
    Path write(KafkaUsers users, @Nullable KafkaTokens tokens, Path file) {
        var lines = settings(users, tokens).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .toList();
        try {
            return Files.write(file, lines);
        } catch (IOException failure) {
            throw new StackException("Kafka's settings could not be written: " + failure.getMessage(), failure);
        }
    }

    /// Makes what topics are missing.
    ///
    /// @param mostPartitions where a topic would have more
    public static void makeTopics(Admin admin, int mostPartitions) throws InterruptedException, ExecutionException {
        var known = admin.listTopics().names().get();
        var missing = Topics.all().stream()
                .filter(topic -> !known.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), Math.min(topic.partitions(), mostPartitions), (short) 1)
                        .configs(Map.of(
                                "cleanup.policy", topic.compacted() ? "compact" : "delete",
                                "retention.ms", String.valueOf(topic.retention().toMillis()),
                                "segment.ms", String.valueOf(LONGEST_SEGMENT.toMillis()))))
                .toList();
        admin.createTopics(missing).all().get();
    }

    private Map<String, Object> settings(KafkaUsers users, @Nullable KafkaTokens tokens) {
        var settings = new HashMap<String, Object>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", 1);
        settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.put(
                "listeners", "CLIENTS://%s:%d,CONTROLLER://localhost:%d".formatted(listensAt, port, controllerPort));
        settings.put("advertised.listeners", "CLIENTS://%s:%d".formatted(calledAs, port));
        settings.put("listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        for (var listener : List.of("clients", "controller")) {
            settings.put("listener.name.%s.sasl.enabled.mechanisms".formatted(listener), "PLAIN");
            settings.put(
                    "listener.name.%s.plain.sasl.jaas.config".formatted(listener),
                    tokens == null ? users.known() : users.knownWithoutServices());
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
        return settings;
    }
}
