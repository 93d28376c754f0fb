package org.centralino.kit.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.centralino.events.Event;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.Handling.Delivery;
import org.centralino.kit.retry.Retry;
import org.centralino.kit.trace.Tracing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/// Reads the topics that the service declares by [Consumption]s. Each has a consumer group of its own, so that
/// replicas share its partitions and a change in one topic does not stop the others.
@Liveness
@Singleton
public class Consumers implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(Consumers.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
    /// As long as the partitions of a process that was killed are read by nobody: a message in them waits. Kafka
    /// would wait 45 seconds, for the sake of groups that take long to move, which ours do not.
    private static final Duration TAKEN_FOR_DEAD = Duration.ofSeconds(10);

    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    private final Map<String, Object> broker;
    private final String service;
    private final List<Consumption<?>> consumptions;
    private final EventPublisher publisher;
    private final Pool database;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final Tracing tracing;
    private final List<TopicConsumer> running = new CopyOnWriteArrayList<>();

    Consumers(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @All List<Consumption<?>> consumptions,
            EventPublisher publisher,
            Pool database,
            Vertx vertx,
            MeterRegistry metrics,
            Tracing tracing) {
        this.broker = broker;
        this.service = service;
        this.consumptions = consumptions;
        this.publisher = publisher;
        this.database = database;
        this.vertx = vertx;
        this.metrics = metrics;
        this.tracing = tracing;
    }

    /// @return the group by which all replicas of a service hear a topic, such as `notes.assignment`
    public static String groupOf(String service, String topic) {
        return service + "." + topic.replaceFirst("^centralino\\.", "").replaceFirst("\\.v\\d+$", "");
    }

    public void start(@Observes StartupEvent started) {
        for (var consumption : consumptions) {
            var consumer = consumerOf(consumption);
            running.add(consumer);
            metrics.gauge("centralino.consumer.lag", Tags.of("topic", consumer.topic()), consumer, TopicConsumer::lag);
            deadLettersOf(consumer.topic());
            consumer.start();
        }
    }

    /// Comes back when nothing is under way any more and nobody is a member of a group.
    public void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        for (var consumer : running) {
            consumer.stop();
        }
        running.clear();
    }

    /// Down when nobody even tries to read a topic any more: then a new process is needed. That the broker is away
    /// is none of its business; the consumers wait for it.
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("consumers")
                .status(running.stream().allMatch(consumer -> consumer.triedWithin(LONGEST_SILENCE)))
                .build();
    }

    private <E extends Event> TopicConsumer consumerOf(Consumption<E> consumption) {
        var handling = new Handling<>(consumption.work(), Handling.LONGEST_WORK, this::databaseAnswers, this::setAside);
        return new TopicConsumer(
                consumption.topic(),
                consumption.gathering(),
                () -> client(consumption.topic()),
                found -> consumption.hears(CloudEventHeaders.typeOf(found)),
                records -> tracing.handling(
                        consumption.topic(),
                        records.size(),
                        traceParentsOf(records),
                        () -> read(records, consumption.format()).chain(handling::handle)),
                vertx.getOrCreateContext());
    }

    private Consumer<String, byte[]> client(String topic) {
        var settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupOf(service, topic));
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, groupOf(service, topic));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Math.toIntExact(TAKEN_FOR_DEAD.toMillis()));
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, Math.toIntExact(HEARTBEAT.toMillis()));
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * 1024 * 1024);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1024 * 1024);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /// What is malformed is set aside; the rest goes on.
    private <E extends Event> Uni<List<Delivery<E>>> read(
            List<ConsumerRecord<String, byte[]>> records, WireFormat<E> format) {
        var deliveries = new ArrayList<Delivery<E>>();
        var malformed = Uni.createFrom().voidItem();
        for (var source : records) {
            try {
                deliveries.add(new Delivery<>(source, Received.read(source, format)));
            } catch (WireFormat.MalformedEventException broken) {
                malformed = malformed.chain(() -> setAside(source, broken));
            }
        }
        return malformed.replaceWith(deliveries);
    }

    private static List<String> traceParentsOf(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(source -> CloudEventHeaders.text(source.headers(), CloudEventHeaders.TRACE_PARENT))
                .filter(Objects::nonNull)
                .toList();
    }

    /// There from the start: who watches a counter misses the event that makes it.
    private Counter deadLettersOf(String topic) {
        return metrics.counter("centralino.dead.letters", "topic", topic);
    }

    /// Writes the record to the dead-letter topic with the reason and its place, so that it can be replayed.
    private Uni<Void> setAside(ConsumerRecord<String, byte[]> source, Throwable reason) {
        LOG.errorf(
                "Set aside on %s: partition %d, offset %d, because of %s",
                Topics.deadLetterOf(source.topic()), source.partition(), source.offset(), reason);
        deadLettersOf(source.topic()).increment();
        var letter = DeadLetters.letterOf(source, reason);
        return Retry.forEver(FIRST_PAUSE, LONGEST_PAUSE)
                .of(
                        () -> Uni.createFrom()
                                .completionStage(
                                        () -> vertx.<Void>executeBlocking(() -> publisher.forward(letter), false)
                                                .toCompletionStage()),
                        _ -> true);
    }

    private Uni<Boolean> databaseAnswers() {
        return database.query("select 1")
                .execute()
                .replaceWith(true)
                .ifNoItem()
                .after(PROBE)
                .recoverWithItem(false)
                .onFailure()
                .recoverWithItem(false);
    }
}
