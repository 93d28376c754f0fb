package org.centralino.kit.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/// What a topic holds from a moment on, all partitions of it.
final class Past {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> client;
    private final List<TopicPartition> partitions;
    private final Instant since;

    /// @param client which nobody else uses
    Past(KafkaConsumer<String, byte[]> client, String topic, Instant since) {
        this.client = client;
        this.since = since;
        this.partitions = client.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /// Reads to where the topic ends now.
    ///
    /// @param work takes what a look brought, in the order of each partition
    /// @return how many records there were
    long read(Consumer<List<ConsumerRecord<String, byte[]>>> work) {
        var ends = client.endOffsets(partitions);
        client.assign(partitions);
        begin(ends).forEach(client::seek);
        var read = 0L;
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isSomethingLeft(ends)) {
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            for (var each : client.poll(POLL)) {
                if (each.offset() < ends.getOrDefault(new TopicPartition(each.topic(), each.partition()), 0L)) {
                    found.add(each);
                }
            }
            if (!found.isEmpty()) {
                work.accept(found);
                read += found.size();
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new TimeoutException("nothing came for " + PATIENCE.toSeconds() + " seconds");
            }
        }
        return read;
    }

    /// Sets the client's group back, where it is further; never forward.
    ///
    /// @return whether there was anything to set back
    boolean setGroupBack() {
        client.assign(partitions);
        var back = new HashMap<TopicPartition, OffsetAndMetadata>();
        var begin = begin(client.endOffsets(partitions));
        client.committed(Set.copyOf(partitions)).forEach((partition, committed) -> {
            var wanted = begin.get(partition);
            // What nobody has committed anything of is heard from its beginning.
            if (committed != null && wanted != null && wanted < committed.offset()) {
                back.put(partition, new OffsetAndMetadata(wanted));
            }
        });
        if (!back.isEmpty()) {
            client.commitSync(back);
        }
        return !back.isEmpty();
    }

    /// @param ends where a partition is taken to begin that has nothing since then
    private Map<TopicPartition, Long> begin(Map<TopicPartition, Long> ends) {
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
        var found = client.offsetsForTimes(times);
        var begin = new HashMap<>(ends);
        found.forEach((partition, first) -> {
            if (first != null) {
                begin.put(partition, first.offset());
            }
        });
        return begin;
    }

    private boolean isSomethingLeft(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> client.position(end.getKey()) < end.getValue());
    }
}
