package org.centralino.gateway.channel;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.centralino.events.ChannelEvent.ChannelChanged;
import org.centralino.events.ChannelEvent.ChannelRemoved;
import org.centralino.events.ChannelEvent.Unrecognised;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.gateway.FeedThread;
import org.centralino.kit.kafka.CloudEventHeaders;
import org.jboss.logging.Logger;

/// Reads which numbers there are, from the topic's beginning and in a thread of its own. Each replica reads all of it
/// and commits nothing: of each number the newest record is there.
@ApplicationScoped
class ChannelFeed {
    private static final Logger LOG = Logger.getLogger(ChannelFeed.class);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final Duration LOOK_AT_TOPIC = Duration.ofMinutes(1);
    private static final Map<String, Object> SETTINGS = Map.of(
            ConsumerConfig.CLIENT_ID_CONFIG, "gateway-channels", ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");

    private final OwnNumbers numbers;
    private final FeedThread thread;

    ChannelFeed(@Identifier("default-kafka-broker") Map<String, Object> broker, OwnNumbers numbers) {
        this.numbers = numbers;
        this.thread = new FeedThread("feed of numbers", broker, SETTINGS, this::follow);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        thread.stop();
    }

    /// Reads until the topic has other partitions. What was known before stays until all of it has been read anew.
    private void follow(KafkaConsumer<String, byte[]> consumer) {
        var partitions = consumer.partitionsFor(Topics.CHANNEL).stream()
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("The topic of numbers is not there yet");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var told = new TreeMap<String, ChannelChanged>();
        var gone = new TreeMap<String, ChannelRemoved>();
        var isCaughtUp = false;
        var lookAgain = System.nanoTime() + LOOK_AT_TOPIC.toNanos();
        while (!thread.isStopping()) {
            var records = consumer.poll(LONGEST_WAIT);
            records.forEach(source -> take(source, told, gone));
            var wasCaughtUp = isCaughtUp;
            isCaughtUp = wasCaughtUp
                    || partitions.stream()
                            .allMatch(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
            if (isCaughtUp && (!wasCaughtUp || !records.isEmpty())) {
                numbers.learn(told, gone);
            }
            if (System.nanoTime() > lookAgain) {
                if (consumer.partitionsFor(Topics.CHANNEL).size() != partitions.size()) {
                    return;
                }
                lookAgain = System.nanoTime() + LOOK_AT_TOPIC.toNanos();
            }
        }
    }

    private static void take(
            ConsumerRecord<String, byte[]> source, Map<String, ChannelChanged> told, Map<String, ChannelRemoved> gone) {
        if (source.value() == null) {
            told.remove(source.key());
            return;
        }
        var type = String.valueOf(CloudEventHeaders.text(source.headers(), CloudEventHeaders.TYPE));
        try {
            switch (WireFormat.CHANNEL.read(type, source.value())) {
                case ChannelChanged channel -> {
                    told.put(channel.phoneNumberId(), channel);
                    gone.remove(channel.phoneNumberId());
                }
                case ChannelRemoved channel -> {
                    told.remove(channel.phoneNumberId());
                    gone.put(channel.phoneNumberId(), channel);
                }
                case Unrecognised _ -> LOG.debugf("Not known here: %s", type);
            }
        } catch (RuntimeException malformed) {
            LOG.warnf("A number cannot be read at offset %d: %s", source.offset(), malformed.getMessage());
        }
    }
}
