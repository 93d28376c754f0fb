package org.centralino.gateway;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.centralino.testkit.Infrastructure;

/// Reads what comes on a topic from now on.
public final class TopicReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deque<ConsumerRecord<String, byte[]>> waiting = new ArrayDeque<>();
    private ConsumerRecord<String, byte[]> last;

    public TopicReader(String topic) {
        var settings = Infrastructure.running().kafkaClient();
        settings.putAll(Map.of("max.partition.fetch.bytes", 16 * 1024 * 1024, "fetch.max.wait.ms", 50));
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    /// @return the next event that is wanted
    public Object next(Function<ConsumerRecord<String, byte[]>, Object> read, Predicate<Object> wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            while (!waiting.isEmpty()) {
                last = waiting.removeFirst();
                var event = read.apply(last);
                if (wanted.test(event)) {
                    return event;
                }
            }
            consumer.poll(Duration.ofMillis(100)).forEach(waiting::addLast);
        }
        throw new AssertionError("Nothing came within " + PATIENCE);
    }

    /// @return the record of the event that was returned last
    public ConsumerRecord<String, byte[]> last() {
        return last;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
