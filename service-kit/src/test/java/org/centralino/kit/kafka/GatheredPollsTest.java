package org.centralino.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatheredPollsTest {
    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

    private record Work(List<Long> offsets, UniEmitter<? super Void> end) {}

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Work> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> requested = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> answered = new LinkedBlockingQueue<>();
    private final GatheredPolls polls = new GatheredPolls(
            vertx.getOrCreateContext(),
            records -> Uni.createFrom()
                    .emitter(end -> begun.add(new Work(
                            records.stream().map(ConsumerRecord::offset).toList(), end))));

    @BeforeEach
    void subscribe() {
        polls.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long many) {
                requested.add(many);
            }

            @Override
            public void cancel() {
                throw new AssertionError("Nobody cancels");
            }
        });
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void the_first_poll_is_handled_at_once() throws InterruptedException {
        polls.onNext(poll(1, 2));

        assertThat(nextWork().offsets()).containsExactly(1L, 2L);
    }

    @Test
    void what_arrives_meanwhile_is_handled_together_and_in_order() throws InterruptedException {
        polls.onNext(poll(1));
        var first = nextWork();
        polls.onNext(poll(2));
        polls.onNext(poll(3, 4));

        first.end().complete(null);

        assertThat(nextWork().offsets()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void nothing_begins_before_the_work_has_ended() throws InterruptedException {
        polls.onNext(poll(1));
        var first = nextWork();
        polls.onNext(poll(2));
        everythingOnTheLoopIsDone();
        var begunMeanwhile = List.copyOf(begun);

        first.end().complete(null);
        nextWork();

        assertThat(begunMeanwhile).isEmpty();
    }

    @Test
    void a_piece_of_work_has_five_hundred_records_at_most() throws InterruptedException {
        polls.onNext(poll(1));
        var first = nextWork();
        polls.onNext(poll(LongStream.range(0, 300).toArray()));
        polls.onNext(poll(LongStream.range(300, 500).toArray()));
        polls.onNext(poll(500));

        first.end().complete(null);

        assertThat(nextWork().offsets()).hasSize(500);
    }

    @Test
    void a_poll_is_acknowledged_when_it_is_handled_and_not_before() throws InterruptedException {
        polls.onNext(poll(1));
        var work = nextWork();
        var before = List.copyOf(answered);

        work.end().complete(null);

        assertThat(before).isEmpty();
        assertThat(answered.poll(5, TimeUnit.SECONDS)).isEqualTo("acknowledged 1");
    }

    @Test
    void a_poll_whose_work_failed_is_not_acknowledged() throws InterruptedException {
        polls.onNext(poll(1));

        nextWork().end().fail(new IllegalStateException("broken"));

        assertThat(answered.poll(5, TimeUnit.SECONDS)).isEqualTo("refused 1");
    }

    @Test
    void as_many_polls_are_asked_for_as_were_handled() throws InterruptedException {
        var ahead = requested.poll(5, TimeUnit.SECONDS);
        polls.onNext(poll(1));
        var first = nextWork();
        polls.onNext(poll(2));
        polls.onNext(poll(3));

        first.end().complete(null);
        nextWork().end().complete(null);

        assertThat(ahead).isPositive();
        assertThat(requested.poll(5, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(requested.poll(5, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void work_that_throws_does_not_stop_the_topic() throws InterruptedException {
        var broken = new GatheredPolls(vertx.getOrCreateContext(), _ -> {
            throw new IllegalStateException("broken");
        });
        broken.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long many) {
                requested.add(many);
            }

            @Override
            public void cancel() {}
        });

        broken.onNext(poll(1));
        broken.onNext(poll(2));

        assertThat(List.of(answered.poll(5, TimeUnit.SECONDS), answered.poll(5, TimeUnit.SECONDS)))
                .containsExactly("refused 1", "refused 2");
    }

    private Work nextWork() throws InterruptedException {
        var work = begun.poll(5, TimeUnit.SECONDS);
        assertThat(work).isNotNull();
        return work;
    }

    private void everythingOnTheLoopIsDone() {
        var done = new CompletableFuture<Void>();
        vertx.setTimer(1, _ -> done.complete(null));
        assertThatNoException().isThrownBy(() -> done.get(5, TimeUnit.SECONDS));
    }

    private Message<ConsumerRecords<String, byte[]>> poll(long... offsets) {
        var records = LongStream.of(offsets)
                .mapToObj(
                        offset -> new ConsumerRecord<>(ORDERS.topic(), ORDERS.partition(), offset, "key", new byte[0]))
                .toList();
        return Message.of(
                new ConsumerRecords<>(Map.of(ORDERS, records), Map.of()),
                () -> answer("acknowledged " + offsets[0]),
                failure -> answer("refused " + offsets[0]));
    }

    private CompletableFuture<Void> answer(String how) {
        answered.add(how);
        return CompletableFuture.completedFuture(null);
    }
}
