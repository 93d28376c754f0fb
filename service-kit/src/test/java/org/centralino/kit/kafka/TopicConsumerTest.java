package org.centralino.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Patience.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.centralino.events.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// With Kafka's own double of its consumer; the services' tests do the same with a broker.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class TopicConsumerTest {
    private static final String TOPIC = Topics.NOTES;
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);
    private static final int SMALL = 10;
    private static final int LARGE = 3 * 1024 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final Queue<Piece> all = new ConcurrentLinkedQueue<>();
    private final Map<TopicPartition, Long> committed = new ConcurrentHashMap<>();
    private final Client client = new Client();
    private final Client next = new Client();
    private final Queue<Client> clients = new ConcurrentLinkedQueue<>(List.of(client, next));
    private final AtomicInteger inVain = new AtomicInteger();
    private final TopicConsumer consumer = new TopicConsumer(
            TOPIC,
            Duration.ofMillis(1),
            this::made,
            found -> !"unheard".equals(found.key()),
            records -> {
                var piece = new Piece(records, new CompletableFuture<>());
                pieces.add(piece);
                all.add(piece);
                return Uni.createFrom().completionStage(piece.done());
            },
            vertx.getOrCreateContext());

    /// Work that ends when the test says so.
    private record Piece(List<ConsumerRecord<String, byte[]>> records, CompletableFuture<Void> done) {
        List<String> places() {
            return records.stream()
                    .map(found -> found.partition() + "/" + found.offset())
                    .toList();
        }

        void end() {
            done.complete(null);
        }
    }

    /// One that shares with the others what was committed, as a group does.
    private final class Client extends MockConsumer<String, byte[]> {
        Client() {
            super(AutoOffsetResetStrategy.EARLIEST.name());
            updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
            super.commitAsync(offsets, callback);
        }

        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
            offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
            super.commitSync(offsets);
        }

        void isGiven(TopicPartition... partitions) {
            schedulePollTask(() -> {
                rebalance(Arrays.asList(partitions));
                for (var partition : partitions) {
                    Optional.ofNullable(committed.get(partition)).ifPresent(offset -> seek(partition, offset));
                }
            });
            await("the partitions are given")
                    .until(() -> assignment().equals(Arrays.stream(partitions).collect(Collectors.toSet())));
        }
    }

    @BeforeEach
    void start() {
        consumer.start();
        client.isGiven(FIRST, SECOND);
    }

    @AfterEach
    void close() throws InterruptedException {
        var stopping = stop();
        await("it stops").until(() -> {
            all.forEach(Piece::end);
            return !stopping.isAlive();
        });
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void what_comes_alone_is_handled_at_once() throws InterruptedException {
        arrives(FIRST, 0, SMALL);

        assertThat(pieces.take().places()).containsExactly("0/0");
    }

    @Test
    void what_arrives_during_work_is_gathered_for_the_next_piece() throws InterruptedException {
        arrives(FIRST, 0, SMALL);
        var work = pieces.take();
        arrivesAndIsRead(FIRST, 1);
        arrivesAndIsRead(SECOND, 0);
        arrivesAndIsRead(FIRST, 2);

        work.end();

        assertThat(pieces.take().places()).containsExactly("0/1", "1/0", "0/2");
    }

    @Test
    void only_what_is_handled_is_committed() throws InterruptedException {
        arrives(FIRST, 0, SMALL);
        var work = pieces.take();
        arrivesAndIsRead(SECOND, 0);

        work.end();

        await("the first is committed").until(() -> committed.containsKey(FIRST));
        assertThat(committed).containsOnly(Map.entry(FIRST, 1L));
    }

    @Test
    void what_is_not_heard_is_passed_over_and_committed() {
        client.addRecord(found(FIRST, 0, "unheard", SMALL));
        client.addRecord(found(FIRST, 1, "unheard", SMALL));

        await("both are committed").until(() -> Long.valueOf(2).equals(committed.get(FIRST)));
        assertThat(pieces).isEmpty();
    }

    @Test
    void what_is_not_heard_behind_what_waits_is_committed_with_it() throws InterruptedException {
        arrives(FIRST, 0, SMALL);
        var work = pieces.take();
        arrivesAndIsRead(FIRST, 1);
        for (var unheard = 2; unheard < 5; unheard++) {
            client.addRecord(found(FIRST, unheard, "unheard", SMALL));
            client.addRecord(found(SECOND, unheard - 2, "unheard", SMALL));
        }
        await("all is read").until(() -> client.position(FIRST) == 5 && client.position(SECOND) == 3);

        work.end();
        await("the first is committed").until(() -> committed.containsKey(FIRST));
        assertThat(committed).containsOnly(Map.entry(FIRST, 1L));
        pieces.take().end();

        await("all is committed").until(() -> committed.equals(Map.of(FIRST, 5L, SECOND, 3L)));
    }

    /// A new process would find the broker no sooner.
    @Test
    void it_is_alive_as_long_as_it_tries_to_make_a_client() {
        clients.clear();
        client.setPollException(new KafkaException("the coordinator speaks in riddles"));
        await("no client can be made for a while").until(() -> inVain.get() > 3);

        await("it still tries").until(() -> consumer.triedWithin(Duration.ofSeconds(1)));
    }

    @Test
    void it_is_not_alive_when_nobody_tries() throws InterruptedException {
        stop().join();

        await("nobody has tried for a while").until(() -> !consumer.triedWithin(Duration.ofSeconds(1)));
    }

    @Test
    void it_reads_no_further_when_much_is_waiting() throws InterruptedException {
        muchIsWaiting();
        var work = pieces.take();
        arrives(FIRST, 3, SMALL);

        work.end();

        assertThat(pieces.take().places()).containsExactly("0/1", "0/2");
        assertThat(client.position(FIRST)).isEqualTo(3);
    }

    @Test
    void it_reads_on_when_there_is_room_again() throws InterruptedException {
        muchIsWaiting();
        arrives(FIRST, 3, SMALL);

        pieces.take().end();
        pieces.take().end();

        assertThat(pieces.take().places()).containsExactly("0/3");
        assertThat(client.paused()).isEmpty();
    }

    @Test
    void when_the_client_fails_another_reads_from_what_was_committed() throws InterruptedException {
        arrives(FIRST, 0, SMALL);
        pieces.take().end();
        await("the first is committed").until(() -> committed.containsKey(FIRST));
        arrives(FIRST, 1, SMALL);
        var unfinished = pieces.take();

        client.setPollException(new KafkaException("the coordinator speaks in riddles"));
        next.isGiven(FIRST, SECOND);
        next.addRecord(found(FIRST, 1, "heard", SMALL));
        unfinished.end();

        assertThat(pieces.take().places()).containsExactly("0/1");
    }

    @Test
    void what_waited_when_the_client_failed_is_handled_once_in_its_order() throws InterruptedException {
        arrives(FIRST, 0, SMALL);
        var unfinished = pieces.take();
        arrivesAndIsRead(FIRST, 1);

        client.setPollException(new KafkaException("the coordinator speaks in riddles"));
        next.isGiven(FIRST, SECOND);
        next.addRecord(found(FIRST, 0, "heard", SMALL));
        next.addRecord(found(FIRST, 1, "heard", SMALL));
        await("both are read again").until(() -> next.position(FIRST) == 2);
        unfinished.end();

        assertThat(pieces.take().places()).containsExactly("0/0", "0/1");
    }

    @Test
    void whoever_stops_ends_what_is_under_way_and_commits_it() throws InterruptedException {
        arrives(FIRST, 0, SMALL);
        var work = pieces.take();

        var stopping = stop();
        work.end();
        stopping.join();

        assertThat(committed).containsOnly(Map.entry(FIRST, 1L));
    }

    @Test
    void whoever_stops_begins_nothing_new() throws InterruptedException {
        arrives(FIRST, 0, SMALL);
        var work = pieces.take();
        arrivesAndIsRead(FIRST, 1);

        var stopping = stop();
        await("it is told to stop").until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        work.end();
        stopping.join();

        assertThat(pieces).isEmpty();
    }

    @Test
    void a_partition_that_goes_to_another_replica_is_committed_as_far_as_it_is_handled() throws InterruptedException {
        arrives(FIRST, 0, SMALL);
        arrives(FIRST, 1, SMALL);
        await("both are read").until(() -> client.position(FIRST) == 2);
        for (var handled = 0; handled < 2; ) {
            var work = pieces.take();
            handled += work.records().size();
            work.end();
        }
        arrives(SECOND, 0, SMALL);
        pieces.take();

        client.isGiven(SECOND);

        assertThat(committed).containsOnly(Map.entry(FIRST, 2L));
    }

    @Test
    void work_that_ends_after_its_partition_has_gone_does_not_take_the_others_back() throws InterruptedException {
        arrives(FIRST, 0, SMALL);
        var work = pieces.take();
        client.isGiven(SECOND);
        committed.put(FIRST, 100L);

        work.end();
        arrives(SECOND, 0, SMALL);
        pieces.take().end();
        await("what is ours is committed").until(() -> committed.containsKey(SECOND));
        stop().join();

        assertThat(committed).containsEntry(FIRST, 100L);
    }

    @Test
    void what_waits_of_a_partition_that_has_gone_is_left_to_the_other_replica() throws InterruptedException {
        arrives(SECOND, 0, SMALL);
        var work = pieces.take();
        arrivesAndIsRead(FIRST, 0);
        arrivesAndIsRead(SECOND, 1);
        client.isGiven(SECOND);

        work.end();

        assertThat(pieces.take().places()).containsExactly("1/1");
    }

    private Client made() {
        var made = clients.poll();
        if (made == null) {
            inVain.incrementAndGet();
            throw new KafkaException("No resolvable bootstrap urls given in bootstrap.servers");
        }
        return made;
    }

    private void muchIsWaiting() {
        arrives(FIRST, 0, LARGE);
        await("the first is worked on").until(() -> !pieces.isEmpty());
        arrives(FIRST, 1, LARGE);
        arrives(FIRST, 2, LARGE);
        await("it pauses").until(() -> client.paused().contains(FIRST));
    }

    private void arrivesAndIsRead(TopicPartition partition, long offset) {
        arrives(partition, offset, SMALL);
        await("it is read").until(() -> client.position(partition) == offset + 1);
    }

    private void arrives(TopicPartition partition, long offset, int bytes) {
        client.addRecord(found(partition, offset, "heard", bytes));
    }

    private Thread stop() {
        return Thread.ofVirtual().start(() -> {
            try {
                consumer.stop();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static ConsumerRecord<String, byte[]> found(
            TopicPartition partition, long offset, String key, int valueBytes) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                0,
                TimestampType.CREATE_TIME,
                key.length(),
                valueBytes,
                key,
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
