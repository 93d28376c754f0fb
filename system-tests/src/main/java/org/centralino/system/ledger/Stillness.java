package org.centralino.system.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.centralino.events.Topics;
import org.centralino.system.stack.Interrupted;
import org.centralino.system.stack.KafkaAdmin;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;
import org.jspecify.annotations.Nullable;

/// Whether the product has come to rest: no topic grows, no consumer is behind, no outbox holds anything,
/// no message is on its way.
final class Stillness {
    /// Longer than the platform's double lets pass between two statuses of a message.
    private static final Duration UNCHANGED = Duration.ofMillis(2_500);

    private static final List<String> SERVICES = List.of("conversation", "assignment", "notes", "outbound");
    private static final List<String> TOPICS =
            List.of(Topics.WHATSAPP, Topics.CONVERSATION, Topics.ASSIGNMENT, Topics.NOTES, Topics.OUTBOUND);

    private final RunningStack stack;

    /// What a look saw.
    ///
    /// @param ends how many records the topics hold
    /// @param behind how many records a service has yet to handle, by service and partition; those with none
    ///     are left out
    /// @param unpublished rows in outboxes
    /// @param underWay messages and marks that the outbound service has not settled
    record Look(long ends, Map<String, Long> behind, long unpublished, long underWay) {
        boolean isAtRest() {
            return unpublished == 0 && underWay == 0 && behind.isEmpty();
        }
    }

    Stillness(RunningStack stack) {
        this.stack = stack;
    }

    /// @return the look that did not change any more
    Look await(Duration patience) {
        var watch = new Object() {
            @Nullable
            Look last;

            long since = System.nanoTime();
        };
        return Patience.await("the product comes to rest")
                .atMost(patience)
                .until(
                        () -> {
                            var now = look();
                            if (!now.equals(watch.last)) {
                                watch.last = now;
                                watch.since = System.nanoTime();
                            }
                            return now;
                        },
                        now -> now.isAtRest() && System.nanoTime() - watch.since > UNCHANGED.toNanos());
    }

    Look look() {
        var unpublished = 0L;
        for (var service : SERVICES) {
            unpublished += count(service, "select count(*) from outbox");
        }
        var underWay =
                count("outbound", "select count(*) from dispatch where state in ('INTENT', 'CLAIMED', 'CALLING')")
                        + count("outbound", "select count(*) from message_mark where settled_at is null");
        try (var admin = Admin.create(KafkaAdmin.at(stack.ports().kafka()))) {
            var ends = ends(admin);
            var behind = new HashMap<String, Long>();
            for (var group : groups(admin)) {
                behind.putAll(behind(admin, group, ends));
            }
            return new Look(ends.values().stream().mapToLong(Long::longValue).sum(), behind, unpublished, underWay);
        } catch (ExecutionException refused) {
            throw new IllegalStateException("Kafka does not tell how far everybody is", refused);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        var wanted = admin.describeTopics(TOPICS).allTopicNames().get().values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(it -> new TopicPartition(topic.name(), it.partition())))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /// Each service has a group for each topic that it hears, such as `notes.assignment`.
    private static List<String> groups(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> SERVICES.contains(group.split("\\.", 2)[0]))
                .toList();
    }

    private static Map<String, Long> behind(Admin admin, String group, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var behind = new HashMap<String, Long>();
        committed.forEach((partition, handled) -> {
            var end = ends.get(partition);
            // Kafka tells null of a partition whose group has not committed anything.
            if (handled != null && end != null && end != handled.offset()) {
                behind.put(group + " on " + partition, end - handled.offset());
            }
        });
        return behind;
    }

    private long count(String service, String query) {
        try (var database = stack.database(service);
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException refused) {
            throw new IllegalStateException(service + " cannot be asked", refused);
        }
    }
}
