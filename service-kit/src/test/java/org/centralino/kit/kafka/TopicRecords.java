package org.centralino.kit.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What lies on a topic now.
public final class TopicRecords {
    private TopicRecords() {}

    /// @return the records with this key, in their order
    public static List<ConsumerRecord<String, byte[]>> of(Map<String, Object> broker, String topic, String key) {
        try (var consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(found -> new TopicPartition(found.topic(), found.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (isBehind(consumer, partitions, ends)) {
                for (var found : consumer.poll(Duration.ofMillis(200))) {
                    if (found.key().equals(key)) {
                        records.add(found);
                    }
                }
            }
            return records;
        }
    }

    private static boolean isBehind(
            KafkaConsumer<?, ?> consumer, Collection<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition));
    }
}
