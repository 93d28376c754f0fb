package org.centralino.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.events.Event;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.retry.Pause;
import org.centralino.kit.retry.Retry;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Consumes a topic in batches so that nothing is lost and nothing gets stuck:
///
/// - the batch is handled as one piece of work, one transaction;
/// - when what it needs is away (database, broker), it is tried again until that is back;
/// - when it fails for a reason of its own, its records are handled one by one, and the one that keeps
///   failing goes to the dead-letter topic alone.
///
/// The handler may see an event twice and must handle it once, see [org.centralino.kit.once.HandledEvents].
@Singleton
public class BatchConsumption {
    private static final Logger LOG = Logger.getLogger(BatchConsumption.class);
    private static final int TRIES_ALONE = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_WORK = Duration.ofMinutes(1);

    private final EventPublisher publisher;
    private final Vertx vertx;
    private final MeterRegistry metrics;

    BatchConsumption(EventPublisher publisher, Vertx vertx, MeterRegistry metrics) {
        this.publisher = publisher;
        this.vertx = vertx;
        this.metrics = metrics;
    }

    private record Delivery<E extends Event>(ConsumerRecord<String, byte[]> source, Received<E> received) {}

    /// What an `@Incoming` method returns: it gathers what arrives and hands it to the work.
    ///
    /// @param format how the topic's events are written
    /// @param work handles events in one transaction
    public <E extends Event> Flow.Subscriber<Message<ConsumerRecords<String, byte[]>>> of(
            WireFormat<E> format, Function<List<Received<E>>, Uni<Void>> work) {
        return new GatheredPolls(vertx.getDelegate().getOrCreateContext(), records -> consume(records, format, work));
    }

    /// @param records what Kafka delivered, in partition order
    /// @return completes when every record is handled or set aside; it never fails
    private <E extends Event> Uni<Void> consume(
            List<ConsumerRecord<String, byte[]>> records,
            WireFormat<E> format,
            Function<List<Received<E>>, Uni<Void>> work) {
        var deliveries = new ArrayList<Delivery<E>>();
        var malformed = new ArrayList<Uni<Void>>();
        for (var source : records) {
            try {
                deliveries.add(new Delivery<>(source, read(source, format)));
            } catch (WireFormat.MalformedEventException broken) {
                malformed.add(setAside(source, broken));
            }
        }
        return Multi.createFrom()
                .iterable(malformed)
                .onItem()
                .transformToUniAndConcatenate(letter -> letter)
                .onItem()
                .ignoreAsUni()
                .chain(() -> handle(deliveries, work));
    }

    private <E extends Event> Uni<Void> handle(
            List<Delivery<E>> deliveries, Function<List<Received<E>>, Uni<Void>> work) {
        if (deliveries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return whileAway(() ->
                        work.apply(deliveries.stream().map(Delivery::received).toList()))
                .onFailure()
                .recoverWithUni(failure -> {
                    if (deliveries.size() > 1) {
                        LOG.warnf("A batch of %d failed and is handled one by one: %s", deliveries.size(), failure);
                    }
                    return oneByOne(deliveries, work);
                });
    }

    private <E extends Event> Uni<Void> oneByOne(
            List<Delivery<E>> deliveries, Function<List<Received<E>>, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(deliveries)
                .onItem()
                .transformToUniAndConcatenate(delivery -> new Retry(TRIES_ALONE - 1, FIRST_PAUSE, LONGEST_PAUSE)
                        .of(() -> whileAway(() -> work.apply(List.of(delivery.received()))), _ -> true)
                        .onFailure()
                        .recoverWithUni(failure -> setAside(delivery.source(), rootOf(failure))))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Void> whileAway(Supplier<Uni<Void>> work) {
        return Retry.forEver(FIRST_PAUSE, LONGEST_PAUSE).of(() -> withinReason(work), failure -> {
            var away = Outage.isBehind(failure);
            if (away) {
                LOG.warnf("Waiting for what is away: %s", failure);
            }
            return away;
        });
    }

    /// Work that never answers would stop its partitions without a word.
    private static Uni<Void> withinReason(Supplier<Uni<Void>> work) {
        return Uni.combine()
                .any()
                .of(
                        Uni.createFrom().deferred(work::get),
                        Pause.of(LONGEST_WORK)
                                .onItem()
                                .failWith(() -> new TimeoutException("no answer for " + LONGEST_WORK)));
    }

    private static <E extends Event> Received<E> read(ConsumerRecord<String, byte[]> source, WireFormat<E> format) {
        var type = CloudEventHeaders.text(source.headers(), CloudEventHeaders.TYPE);
        var id = CloudEventHeaders.text(source.headers(), CloudEventHeaders.ID);
        // A record without an id is told apart from all others by its place in the log.
        return new Received<>(
                id == null ? DeadLetters.placeOf(source) : id, format.read(String.valueOf(type), source.value()));
    }

    /// Writes the record to the dead-letter topic with the reason and its place, so that it can be
    /// replayed.
    private Uni<Void> setAside(ConsumerRecord<String, byte[]> source, Throwable reason) {
        LOG.errorf(
                "Set aside on %s: partition %d, offset %d, because of %s",
                Topics.deadLetterOf(source.topic()), source.partition(), source.offset(), reason);
        metrics.counter("centralino.dead.letters", "topic", source.topic()).increment();
        var letter = DeadLetters.letterOf(source, reason);
        return Retry.forEver(FIRST_PAUSE, LONGEST_PAUSE)
                .of(() -> vertx.executeBlocking(() -> publisher.forward(letter)), _ -> true);
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
