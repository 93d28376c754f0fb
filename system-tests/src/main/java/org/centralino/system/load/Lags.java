package org.centralino.system.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.centralino.system.stack.Interrupted;
import org.centralino.system.stack.KafkaAdmin;

/// How far each consumer is behind what was written for it.
final class Lags implements AutoCloseable {
    private final Admin admin;

    Lags(String kafka) {
        this.admin = Admin.create(KafkaAdmin.at(kafka));
    }

    /// @return records that were written and not yet handled, by the consumer's group
    Map<String, Long> now() {
        try {
            var lags = new TreeMap<String, Long>();
            for (var group : admin.listGroups().all().get()) {
                lags.put(group.groupId(), lagOf(group));
            }
            return lags;
        } catch (ExecutionException refused) {
            throw new IllegalStateException("Kafka does not tell the lags", refused);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }

    private long lagOf(GroupListing group) throws ExecutionException, InterruptedException {
        var handled = admin.listConsumerGroupOffsets(group.groupId())
                .partitionsToOffsetAndMetadata()
                .get();
        var ends = admin.listOffsets(handled.keySet().stream()
                        .collect(Collectors.<TopicPartition, TopicPartition, OffsetSpec>toMap(
                                partition -> partition, _ -> OffsetSpec.latest())))
                .all()
                .get();
        var lag = 0L;
        for (var end : ends.entrySet()) {
            var next = handled.get(end.getKey());
            if (next != null) {
                lag += Math.max(0, end.getValue().offset() - next.offset());
            }
        }
        return lag;
    }

    @Override
    public void close() {
        admin.close();
    }
}
