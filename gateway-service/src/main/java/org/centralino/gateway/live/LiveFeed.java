package org.centralino.gateway.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.centralino.events.InboxEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.gateway.FeedThread;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.live.domain.LiveEvent;
import org.centralino.gateway.live.domain.LiveTopic;
import org.centralino.gateway.live.domain.Sight;
import org.centralino.gateway.live.domain.Streams;
import org.centralino.kit.kafka.CloudEventHeaders;
import org.centralino.kit.kafka.Gathering;
import org.jboss.logging.Logger;

/// Reads every partition of the topics that concern browsers, from a little before their ends, in a thread
/// of its own. Each replica reads all of it and commits nothing: it serves the browsers that are connected
/// to it.
@ApplicationScoped
class LiveFeed {
    private static final Logger LOG = Logger.getLogger(LiveFeed.class);
    private static final List<String> TOPICS =
            Stream.of(LiveTopic.values()).map(LiveTopic::topic).toList();

    /// Has no part in how far a browser has come.
    private static final TopicPartition COUNTS = new TopicPartition(Topics.INBOX, 0);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final Duration GATHERED_WITHIN = Duration.ofMillis(10);
    private static final Duration LOOK_AT_TOPICS = Duration.ofMinutes(1);
    private static final int ANSWER_SECONDS = 10;

    private final Map<String, Object> broker;
    private final LiveHub hub;
    private final int readAtStart;
    private final Timer delay;
    private final FeedThread thread;
    private Streams streams = Streams.NONE;

    LiveFeed(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            LiveHub hub,
            GatewayConfig gateway,
            MeterRegistry metrics) {
        this.broker = broker;
        this.thread = new FeedThread("live feed", broker, settings(), this::follow);
        this.hub = hub;
        this.readAtStart = gateway.live().readAtStart();
        this.delay = Timer.builder("centralino.live.delay")
                .description("From an event's record on Kafka to the ring from which browsers are told")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(metrics);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        thread.stop();
    }

    private void follow(KafkaConsumer<String, byte[]> consumer)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            read(consumer);
        } catch (OffsetOutOfRangeException gone) {
            LOG.warnf("What the live feed was about to read is gone, so it starts afresh: %s", gone.getMessage());
            streams = Streams.NONE;
        }
    }

    /// Reads until something is other than it was at the beginning.
    private void read(KafkaConsumer<String, byte[]> consumer)
            throws InterruptedException, ExecutionException, TimeoutException {
        var found = findStreams();
        var partitions = found.all().stream()
                .map(stream -> new TopicPartition(stream.topic(), stream.partition()))
                .toList();
        consumer.assign(Stream.concat(partitions.stream(), Stream.of(COUNTS)).toList());
        seekNewestOf(COUNTS, consumer);
        var next = found.equals(streams) ? hub.ring().end().offsets() : begin(found, consumer, partitions);
        for (var stream = 0; stream < next.length; stream++) {
            consumer.seek(partitions.get(stream), next[stream]);
        }
        var ends = consumer.endOffsets(partitions);
        var steps = new Gathering(GATHERED_WITHIN);
        var lookAgain = System.nanoTime() + LOOK_AT_TOPICS.toNanos();
        while (!thread.isStopping()) {
            if (!hub.isCaughtUp()
                    && partitions.stream()
                            .allMatch(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L))) {
                hub.caughtUp();
            }
            steps.read(consumer, LONGEST_WAIT, this::tell);
            if (System.nanoTime() > lookAgain) {
                if (partitionsOf(consumer) != found.size()) {
                    LOG.info("The topics changed; the live feed starts again");
                    return;
                }
                lookAgain = System.nanoTime() + LOOK_AT_TOPICS.toNanos();
            }
        }
    }

    /// What was told before the newest is worth nothing.
    private static void seekNewestOf(TopicPartition partition, KafkaConsumer<String, byte[]> consumer) {
        var only = List.of(partition);
        var first = consumer.beginningOffsets(only).getOrDefault(partition, 0L);
        var end = consumer.endOffsets(only).getOrDefault(partition, 0L);
        consumer.seek(partition, Math.max(first, end - 1));
    }

    private static int partitionsOf(KafkaConsumer<String, byte[]> consumer) {
        return TOPICS.stream()
                .mapToInt(topic -> consumer.partitionsFor(topic).size())
                .sum();
    }

    private long[] begin(Streams found, KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        var first = consumer.beginningOffsets(partitions);
        var end = consumer.endOffsets(partitions);
        var share = Math.max(1, readAtStart / Math.max(1, partitions.size()));
        var start = partitions.stream()
                .mapToLong(partition ->
                        Math.max(first.getOrDefault(partition, 0L), end.getOrDefault(partition, 0L) - share))
                .toArray();
        streams = found;
        hub.begin(found, start);
        LOG.infof(
                "The live feed reads %d partitions, %d events back",
                partitions.size(),
                end.values().stream().mapToLong(Long::longValue).sum()
                        - Arrays.stream(start).sum());
        return start;
    }

    /// The partitions as they are now, and the cluster that they are on.
    private Streams findStreams() throws InterruptedException, ExecutionException, TimeoutException {
        try (var admin = Admin.create(adminSettings())) {
            var cluster = admin.describeCluster().clusterId().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            var topics = admin.describeTopics(TOPICS).allTopicNames().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            var all = topics.values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new Streams.Stream(topic.name(), partition.partition())))
                    .sorted(Comparator.comparing(Streams.Stream::topic).thenComparingInt(Streams.Stream::partition))
                    .toList();
            return new Streams(cluster, all);
        }
    }

    private void tell(ConsumerRecords<String, byte[]> records) {
        records.forEach(source -> {
            if (source.topic().equals(COUNTS.topic())) {
                counted(source);
                return;
            }
            hub.add(read(source));
            delay.record(Duration.ofMillis(Math.max(0, System.currentTimeMillis() - source.timestamp())));
        });
        hub.wake();
    }

    private void counted(ConsumerRecord<String, byte[]> source) {
        var type = String.valueOf(CloudEventHeaders.text(source.headers(), CloudEventHeaders.TYPE));
        try {
            switch (WireFormat.INBOX.read(type, source.value())) {
                case InboxEvent.Counted counted -> hub.counted(counted);
                case InboxEvent.Unrecognised _ -> LOG.debugf("Not known here: %s", type);
            }
        } catch (RuntimeException malformed) {
            LOG.warnf("How full the inbox is cannot be read at offset %d: %s", source.offset(), malformed.getMessage());
        }
    }

    private LiveEvent read(ConsumerRecord<String, byte[]> source) {
        var stream = streams.indexOf(source.topic(), source.partition());
        var type = String.valueOf(CloudEventHeaders.text(source.headers(), CloudEventHeaders.TYPE));
        var id = String.valueOf(CloudEventHeaders.text(source.headers(), CloudEventHeaders.ID));
        var sight = sightOf(source, type);
        var frame = sight instanceof Sight.Nobodys
                ? ""
                : LiveFrames.event(stream, source.offset(), type, id, source.value());
        return new LiveEvent(
                stream,
                source.offset(),
                frame,
                sight,
                CloudEventHeaders.text(source.headers(), CloudEventHeaders.TRACE_PARENT));
    }

    private static Sight sightOf(ConsumerRecord<String, byte[]> source, String type) {
        try {
            return LiveTopic.of(source.topic()).sightOf(type, source.value());
        } catch (RuntimeException malformed) {
            LOG.warnf(
                    "Not shown to anybody: %s, partition %d, offset %d: %s",
                    source.topic(), source.partition(), source.offset(), malformed.getMessage());
            return new Sight.Nobodys();
        }
    }

    private static Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.CLIENT_ID_CONFIG,
                "gateway-live",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                (int) LONGEST_WAIT.toMillis(),
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                4 * 1024 * 1024,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                256 * 1024);
    }

    private Map<String, Object> adminSettings() {
        var settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "gateway-live-topics");
        return settings;
    }
}
