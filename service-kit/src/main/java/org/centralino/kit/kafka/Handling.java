package org.centralino.kit.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.centralino.events.Event;
import org.centralino.kit.retry.Pause;
import org.centralino.kit.retry.Retry;
import org.jboss.logging.Logger;

/// Handles records so that nothing is lost and nothing gets stuck:
///
/// - all of them are handled as one piece of work;
/// - when what it needs is away (database, broker), it is tried again until that is back;
/// - when it fails for a reason of its own, it is halved, and the halves are handled one after the other, until
///   the record that fails is alone;
/// - when it has no answer in time, its records are handled one by one: each half would wait as long as the whole.
///
/// So a record that fails alone is set aside within half a minute, and nothing else is.
final class Handling<E extends Event> {
    private static final Logger LOG = Logger.getLogger(Handling.class);
    private static final int TRIES_ALONE = 3;
    private static final int TRIES_WITHOUT_ANSWER = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /// A batch and two tries alone that take so long are less than half a minute.
    static final Duration LONGEST_WORK = Duration.ofSeconds(8);

    private final Function<List<Received<E>>, Uni<Void>> work;
    private final Duration longestWork;
    private final Supplier<Uni<Boolean>> databaseAnswers;
    private final BiFunction<ConsumerRecord<String, byte[]>, Throwable, Uni<Void>> setAside;

    /// One record and what it says.
    record Delivery<E extends Event>(ConsumerRecord<String, byte[]> source, Received<E> received) {}

    /// @param longestWork after so long the work is taken for work that never answers
    /// @param databaseAnswers whether the database answers just now; it never fails
    /// @param setAside puts a record to the dead letters; it never fails
    Handling(
            Function<List<Received<E>>, Uni<Void>> work,
            Duration longestWork,
            Supplier<Uni<Boolean>> databaseAnswers,
            BiFunction<ConsumerRecord<String, byte[]>, Throwable, Uni<Void>> setAside) {
        this.work = work;
        this.longestWork = longestWork;
        this.databaseAnswers = databaseAnswers;
        this.setAside = setAside;
    }

    /// @return completes when every record is handled or set aside; it never fails
    Uni<Void> handle(List<Delivery<E>> deliveries) {
        return switch (deliveries.size()) {
            case 0 -> Uni.createFrom().voidItem();
            case 1 -> alone(deliveries.getFirst());
            default ->
                whileAway(deliveries).onFailure().recoverWithUni(failure -> {
                    if (Outage.mayBeBehind(failure)) {
                        LOG.warnf("A batch of %d took too long, one by one: %s", deliveries.size(), failure);
                        return oneByOne(deliveries);
                    }
                    LOG.warnf("A batch of %d failed and is halved: %s", deliveries.size(), failure);
                    var middle = deliveries.size() / 2;
                    return handle(deliveries.subList(0, middle))
                            .chain(() -> handle(deliveries.subList(middle, deliveries.size())));
                });
        };
    }

    private Uni<Void> oneByOne(List<Delivery<E>> deliveries) {
        return Multi.createFrom()
                .iterable(deliveries)
                .onItem()
                .transformToUniAndConcatenate(this::alone)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> alone(Delivery<E> delivery) {
        var unanswered = new AtomicInteger();
        return new Retry(TRIES_ALONE - 1, FIRST_PAUSE, LONGEST_PAUSE)
                .of(
                        () -> whileAway(List.of(delivery)),
                        failure -> !Outage.mayBeBehind(failure) || unanswered.incrementAndGet() < TRIES_WITHOUT_ANSWER)
                .onFailure()
                .recoverWithUni(failure -> setAside.apply(delivery.source(), Outage.rootOf(failure)));
    }

    private Uni<Void> whileAway(List<Delivery<E>> deliveries) {
        return Retry.forEver(FIRST_PAUSE, LONGEST_PAUSE)
                .of(
                        () -> withinReason(deliveries)
                                .onFailure(Outage::mayBeBehind)
                                .recoverWithUni(this::outageOrNot),
                        failure -> {
                            var away = Outage.isBehind(failure);
                            if (away) {
                                LOG.warnf("Waiting for what is away: %s", failure);
                            }
                            return away;
                        });
    }

    /// Work that takes too long, or a statement that was cancelled: the fault of the work when everything else
    /// gets its answers.
    private Uni<Void> outageOrNot(Throwable failure) {
        return databaseAnswers
                .get()
                .chain(answers -> Uni.createFrom().failure(answers ? failure : new Outage.AwayException(failure)));
    }

    /// Work that never answers would stop its partitions without a word.
    private Uni<Void> withinReason(List<Delivery<E>> deliveries) {
        return Uni.combine()
                .any()
                .of(
                        Uni.createFrom()
                                .deferred(() -> work.apply(deliveries.stream()
                                        .map(Delivery::received)
                                        .toList())),
                        Pause.of(longestWork).onItem().failWith(() -> new TooLongException(longestWork)));
    }

    /// The work had no answer in time.
    static final class TooLongException extends TimeoutException {
        private static final long serialVersionUID = 1L;

        TooLongException(Duration waited) {
            super("no answer within " + waited);
        }
    }
}
