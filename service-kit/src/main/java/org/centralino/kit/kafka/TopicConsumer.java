package org.centralino.kit.kafka;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.centralino.kit.retry.OwnContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads a topic in a thread of its own and hands over what has arrived, one piece of work at a time. What
/// arrives while a piece is worked on is gathered for the next: a record that comes alone is handled at once;
/// the busier the service, the larger its batches.
///
/// How far each partition is handled is committed every half second, so a crash brings back what was handled
/// in the last one.
final class TopicConsumer implements ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(TopicConsumer.class);
    /// One piece of work takes no further poll when it has so many records.
    private static final int RECORDS_AT_ONCE = 500;
    /// What may wait here. Beyond it what comes waits at the broker.
    private static final long BYTES_AHEAD = 8L * 1024 * 1024;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration COMMIT_EVERY = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LAST_WORK = Duration.ofSeconds(10);

    private final String topic;
    private final Duration gathering;
    private final Supplier<Consumer<String, byte[]>> client;
    private final Predicate<ConsumerRecord<String, byte[]>> isHeard;
    private final Function<List<ConsumerRecord<String, byte[]>>, Uni<Void>> work;
    private final Context loop;
    private final Thread thread;

    /// By partition, the offset of the next record to handle.
    private final Map<TopicPartition, Long> handled = new ConcurrentHashMap<>();

    private final Map<TopicPartition, Long> committed = new ConcurrentHashMap<>();

    /// The monitor of this and the next three.
    private final Deque<Arrived> waiting = new ArrayDeque<>();
    private List<Arrived> underWay = List.of();
    private long bytesAhead;
    private boolean working;

    private volatile @Nullable Consumer<String, byte[]> consumer;
    private volatile boolean paused;
    private volatile boolean stopping;
    private volatile long triedAt = System.nanoTime();
    private volatile long lag;

    /// What a poll brought.
    ///
    /// @param heard the records that concern this service
    /// @param next how far the partitions are handled when these are
    private record Arrived(List<ConsumerRecord<String, byte[]>> heard, Map<TopicPartition, Long> next, long bytes) {
        void forget(Collection<TopicPartition> partitions) {
            heard.removeIf(found -> partitions.contains(partitionOf(found)));
            next.keySet().removeAll(partitions);
        }
    }

    /// @param gathering what comes within so long is fetched together
    /// @param client makes a consumer whose group and settings are those of this topic
    /// @param isHeard whether a record concerns this service at all
    /// @param work handles records, in partition order; it never fails
    TopicConsumer(
            String topic,
            Duration gathering,
            Supplier<Consumer<String, byte[]>> client,
            Predicate<ConsumerRecord<String, byte[]>> isHeard,
            Function<List<ConsumerRecord<String, byte[]>>, Uni<Void>> work,
            Context loop) {
        this.topic = topic;
        this.gathering = gathering;
        this.client = client;
        this.isHeard = isHeard;
        this.work = work;
        this.loop = loop;
        this.thread = Thread.ofPlatform().name("hears-" + topic).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Ends what is under way, says how far it came, and leaves the group.
    void stop() throws InterruptedException {
        stopping = true;
        wakeUp();
        thread.join(LAST_WORK.plus(POLL));
    }

    String topic() {
        return topic;
    }

    /// @return how many records of this replica's partitions are not read yet
    long lag() {
        return lag;
    }

    /// @return whether somebody read, or tried to, within this time
    boolean triedWithin(Duration time) {
        return System.nanoTime() - triedAt < time.toNanos();
    }

    /// What goes wrong once, whatever it is, must not end the reading.
    private void run() {
        while (!stopping) {
            triedAt = System.nanoTime();
            try (var made = client.get()) {
                consumer = made;
                read(made);
                drain();
                commitNow(handled.keySet());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable failure) {
                LOG.warnf(failure, "%s is read again from where it was committed", topic);
                forgetAll();
                pause();
            }
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        consumer.subscribe(List.of(topic), this);
        var steps = new Gathering(gathering);
        var commitAt = System.nanoTime() + COMMIT_EVERY.toNanos();
        while (!stopping) {
            pauseOrGoOn(consumer);
            try {
                steps.read(consumer, POLL, this::take);
            } catch (WakeupException woken) {
                // There is room again, or the service stops.
            }
            workOn();
            triedAt = System.nanoTime();
            if (triedAt > commitAt) {
                commit(consumer);
                lag = consumer.assignment().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                        .sum();
                commitAt = System.nanoTime() + COMMIT_EVERY.toNanos();
            }
        }
    }

    private void pauseOrGoOn(Consumer<String, byte[]> consumer) {
        long ahead;
        synchronized (waiting) {
            ahead = bytesAhead;
        }
        if (ahead > BYTES_AHEAD) {
            paused = true;
            consumer.pause(consumer.assignment());
        } else if (paused && ahead <= BYTES_AHEAD / 2) {
            paused = false;
            consumer.resume(consumer.paused());
        }
    }

    private void take(ConsumerRecords<String, byte[]> polled) {
        if (polled.isEmpty()) {
            return;
        }
        var heard = new ArrayList<ConsumerRecord<String, byte[]>>();
        var next = new HashMap<TopicPartition, Long>();
        var bytes = 0L;
        for (var found : polled) {
            next.put(partitionOf(found), found.offset() + 1);
            if (isHeard.test(found)) {
                heard.add(found);
                bytes += Math.max(0, found.serializedValueSize());
            }
        }
        synchronized (waiting) {
            if (heard.isEmpty() && !waiting.isEmpty()) {
                // During an outage there is no end of these.
                waiting.getLast().next().putAll(next);
            } else {
                waiting.add(new Arrived(heard, next, bytes));
                bytesAhead += bytes;
            }
        }
    }

    private void workOn() {
        List<ConsumerRecord<String, byte[]>> records;
        synchronized (waiting) {
            if (working || stopping || waiting.isEmpty()) {
                return;
            }
            working = true;
            underWay = gathered();
            records = underWay.stream()
                    .flatMap(arrived -> arrived.heard().stream())
                    .toList();
        }
        if (records.isEmpty()) {
            done();
            return;
        }
        OwnContext.on(loop, () -> work.apply(records)).subscribe().with(_ -> done(), failure -> {
            LOG.errorf(failure, "%d records of %s were given up", records.size(), topic);
            done();
        });
    }

    private List<Arrived> gathered() {
        var taken = new ArrayList<Arrived>();
        var records = 0;
        while (!waiting.isEmpty()
                && (records == 0 || records + waiting.peek().heard().size() <= RECORDS_AT_ONCE)) {
            records += waiting.peek().heard().size();
            taken.add(waiting.remove());
        }
        return taken;
    }

    private void done() {
        synchronized (waiting) {
            underWay.forEach(
                    arrived -> arrived.next().forEach((partition, next) -> handled.merge(partition, next, Math::max)));
            bytesAhead -= underWay.stream().mapToLong(Arrived::bytes).sum();
            underWay = List.of();
            working = false;
            waiting.notifyAll();
        }
        if (paused) {
            wakeUp();
        }
        workOn();
    }

    private void wakeUp() {
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
    }

    /// A commit that Kafka does not take is told again with the next one.
    private void commit(Consumer<String, byte[]> consumer) {
        var offsets = uncommitted(consumer.assignment());
        if (!offsets.isEmpty()) {
            consumer.commitAsync(offsets, (taken, refused) -> {
                if (refused == null) {
                    taken.forEach((partition, offset) -> committed.merge(partition, offset.offset(), Math::max));
                } else {
                    LOG.debugf("Committing again: %s", refused);
                }
            });
        }
    }

    private void commitNow(Collection<TopicPartition> partitions) {
        var offsets = uncommitted(partitions);
        var committing = consumer;
        if (offsets.isEmpty() || committing == null) {
            return;
        }
        try {
            committing.commitSync(offsets);
        } catch (KafkaException away) {
            LOG.debugf("Not committed: %s, because of %s. It is heard again", offsets, away);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> uncommitted(Collection<TopicPartition> partitions) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : partitions) {
            var next = handled.get(partition);
            if (next != null && !next.equals(committed.get(partition))) {
                offsets.put(partition, new OffsetAndMetadata(next));
            }
        }
        return offsets;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        LOG.debugf("Reads %s", partitions);
    }

    /// Another replica goes on from what is committed here, and says itself how far it is.
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commitNow(partitions);
        onPartitionsLost(partitions);
    }

    /// What waits is left to the other replica. What is under way is not stopped, but how far it comes is not said
    /// any more: the other one may have come further.
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        synchronized (waiting) {
            waiting.forEach(arrived -> arrived.forget(partitions));
            underWay.forEach(arrived -> arrived.forget(partitions));
            handled.keySet().removeAll(partitions);
        }
        committed.keySet().removeAll(partitions);
    }

    /// What the next client reads comes once and in its order, behind what is under way.
    private void forgetAll() {
        synchronized (waiting) {
            var read = new HashSet<>(handled.keySet());
            waiting.forEach(arrived -> read.addAll(arrived.next().keySet()));
            underWay.forEach(arrived -> read.addAll(arrived.next().keySet()));
            onPartitionsLost(read);
        }
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> found) {
        return new TopicPartition(found.topic(), found.partition());
    }

    private void drain() throws InterruptedException {
        var deadline = System.nanoTime() + LAST_WORK.toNanos();
        synchronized (waiting) {
            waiting.clear();
            while (working && System.nanoTime() < deadline) {
                waiting.wait(100);
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
