package org.centralino.conversation.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.centralino.events.InboxEvent.Counted;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Lanes;
import org.centralino.kit.kafka.EventPublisher;
import org.centralino.kit.kafka.OutgoingEvent;
import org.jboss.logging.Logger;

/// Tells once a second how full the inbox is, when that has changed: once for everybody, so that nobody has to ask. One
/// replica does it for all. What is told says everything, so what is lost does no harm for longer than
/// [#AT_LEAST_EVERY].
@Singleton
class InboxCountsPublisher {
    private static final Logger LOG = Logger.getLogger(InboxCountsPublisher.class);
    private static final String WORK = "inbox-counts";
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InboxCounts counts;
    private final EventPublisher publisher;
    private final Lanes lanes;
    private final Vertx vertx;
    private long timer;
    private boolean busy;
    /// Something changed, or this replica took over and cannot know.
    private boolean isNews = true;

    private long toldAt;

    InboxCountsPublisher(InboxCounts counts, EventPublisher publisher, Lanes lanes, Vertx vertx) {
        this.counts = counts;
        this.publisher = publisher;
        this.lanes = lanes;
        this.vertx = vertx;
        lanes.share(WORK, 1);
    }

    void start(@Observes StartupEvent started) {
        vertx.getOrCreateContext().runOnContext(_ -> timer = vertx.setPeriodic(EVERY.toMillis(), _ -> look()));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        if (busy) {
            return;
        }
        if (!lanes.hold(WORK, 0)) {
            isNews = true;
            return;
        }
        busy = true;
        counts.addUp()
                .chain(changed -> {
                    isNews |= changed || System.nanoTime() - toldAt > AT_LEAST_EVERY.toNanos();
                    return isNews
                            ? counts.counted().chain(this::tell)
                            : Uni.createFrom().<Void>nullItem();
                })
                .subscribe()
                .with(_ -> busy = false, failure -> {
                    busy = false;
                    LOG.warnf("How full the inbox is cannot be told for now: %s", failure);
                });
    }

    private Uni<Void> tell(Counted counted) {
        var event = new OutgoingEvent(
                Topics.INBOX,
                "counts",
                UUID.randomUUID().toString(),
                WireFormat.INBOX.typeOf(counted),
                counted.at(),
                null,
                WireFormat.INBOX.write(counted));
        return Uni.createFrom()
                .completionStage(() -> vertx.<Void>executeBlocking(
                                () -> {
                                    publisher.publish(List.of(event), PATIENCE);
                                    return null;
                                },
                                false)
                        .toCompletionStage())
                .invoke(() -> {
                    isNews = false;
                    toldAt = System.nanoTime();
                });
    }
}
