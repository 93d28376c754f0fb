package org.centralino.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.vertx.mutiny.core.Vertx;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InsistentCommitTest {
    private static final TopicPartition FIRST = new TopicPartition("orders", 0);
    private static final TopicPartition OTHER = new TopicPartition("orders", 1);

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Map<TopicPartition, OffsetAndMetadata>> asked = new LinkedBlockingQueue<>();
    private final Queue<RuntimeException> refusals = new ConcurrentLinkedQueue<>();
    private final InsistentCommit commit = new InsistentCommit(vertx, consumer());

    InsistentCommitTest() {
        commit.capture(vertx.getOrCreateContext());
    }

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void what_is_handled_is_committed() throws InterruptedException {
        commit.handle(record(FIRST, 41));

        assertThat(nextAsked()).isEqualTo(at(FIRST, 42));
    }

    @Test
    void an_offset_that_kafka_did_not_take_is_told_again() throws InterruptedException {
        refusals.add(new RetriableCommitFailedException("Kafka is away"));

        commit.handle(record(FIRST, 41));

        assertThat(List.of(nextAsked(), nextAsked())).containsOnly(at(FIRST, 42));
    }

    @Test
    void an_older_offset_never_follows_a_newer_one() throws InterruptedException {
        commit.handle(record(FIRST, 41));
        nextAsked();

        commit.handle(record(FIRST, 7));
        commit.handle(record(OTHER, 9));

        assertThat(nextAsked()).isEqualTo(at(OTHER, 10));
    }

    @Test
    void what_is_handled_at_the_same_time_is_committed_together() throws InterruptedException {
        commit.handle(record(FIRST, 41));
        commit.handle(record(FIRST, 42));
        commit.handle(record(OTHER, 9));

        assertThat(nextAsked()).isEqualTo(Map.of(FIRST, new OffsetAndMetadata(43), OTHER, new OffsetAndMetadata(10)));
    }

    @Test
    void what_is_left_is_committed_before_the_consumer_closes() throws InterruptedException {
        commit.handle(record(FIRST, 41));

        commit.terminate(true);

        assertThat(nextAsked()).isEqualTo(at(FIRST, 42));
    }

    @Test
    void a_partition_that_went_to_another_replica_is_left_to_it() throws InterruptedException {
        refusals.add(new RetriableCommitFailedException("Kafka is away"));
        commit.handle(record(FIRST, 41));
        nextAsked();

        commit.partitionsRevoked(List.of(FIRST));
        commit.handle(record(OTHER, 9));

        assertThat(nextAsked()).isEqualTo(at(OTHER, 10));
    }

    @Test
    void an_offset_that_kafka_will_never_take_is_not_told_again() throws InterruptedException {
        refusals.add(new CommitFailedException("no member of the group any more"));
        commit.handle(record(FIRST, 41));
        nextAsked();

        commit.handle(record(OTHER, 9));

        assertThat(nextAsked()).isEqualTo(at(OTHER, 10));
    }

    private Map<TopicPartition, OffsetAndMetadata> nextAsked() throws InterruptedException {
        var next = asked.poll(30, TimeUnit.SECONDS);
        assertThat(next).as("a commit within half a minute").isNotNull();
        return next;
    }

    private static Map<TopicPartition, OffsetAndMetadata> at(TopicPartition partition, long offset) {
        return Map.of(partition, new OffsetAndMetadata(offset));
    }

    private static IncomingKafkaRecord<String, String> record(TopicPartition partition, long offset) {
        return new IncomingKafkaRecord<>(
                new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "key", "value"),
                "channel",
                0,
                null,
                null,
                false,
                false);
    }

    /// The connector's side, which no broker can be made to take: it refuses what it is told to refuse.
    private KafkaConsumer<?, ?> consumer() {
        return (KafkaConsumer<?, ?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KafkaConsumer.class}, (_, method, arguments) -> {
                    if (!List.of("commitAsync", "commit").contains(method.getName())) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    @SuppressWarnings("unchecked")
                    var offsets = (Map<TopicPartition, OffsetAndMetadata>) arguments[0];
                    asked.add(offsets);
                    var refusal = refusals.poll();
                    return refusal == null
                            ? Uni.createFrom().voidItem()
                            : Uni.createFrom().failure(refusal);
                });
    }
}
