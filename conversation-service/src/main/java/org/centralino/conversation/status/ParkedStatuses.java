package org.centralino.conversation.status;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.centralino.conversation.ConversationConfig;
import org.centralino.kit.database.Lanes;
import org.centralino.kit.pruning.PruningRule;

/// Looks after statuses that came before their message was known: whoever makes it known takes them up, and what
/// two transactions missed between them is found here within seconds, by one replica.
@ApplicationScoped
class ParkedStatuses {
    private static final String WORK = "parked-statuses";
    /// Longer than a transaction lives.
    private static final Duration MISSED = Duration.ofMinutes(2);

    private final StatusStore store;
    private final Lanes lanes;
    private final Clock clock;

    ParkedStatuses(StatusStore store, Lanes lanes, Clock clock) {
        this.store = store;
        this.lanes = lanes;
        this.clock = clock;
    }

    void share(@Observes StartupEvent starting) {
        lanes.share(WORK, 1);
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeUp() {
        return lanes.hold(WORK, 0)
                ? store.takeUpParked(clock.instant().minus(MISSED))
                : Uni.createFrom().voidItem();
    }

    @Produces
    @Singleton
    static PruningRule pruned(ConversationConfig config) {
        return new PruningRule(
                "parked_status",
                "parked_at < now() - interval '%d seconds'"
                        .formatted(config.keepParkedStatuses().toSeconds()));
    }
}
