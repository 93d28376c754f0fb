package org.centralino.conversation.change;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.centralino.kit.database.Lanes;
import org.centralino.kit.pruning.PruningRule;

/// Looks after changes that came before their message was known: whoever makes it known takes them up, and what two
/// transactions missed between them is found here within seconds, by one replica.
@ApplicationScoped
class AwaitedChanges {
    private static final String WORK = "awaited-changes";
    /// Longer than a transaction lives.
    private static final Duration MISSED = Duration.ofMinutes(2);
    /// Longer than any topic or the platform tells the same again: until then a change is known by its id.
    private static final Duration KEPT = Duration.ofDays(35);

    private final ChangeStore store;
    private final Lanes lanes;
    private final Clock clock;

    AwaitedChanges(ChangeStore store, Lanes lanes, Clock clock) {
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
                ? store.takeUpAwaitedInVain(clock.instant().minus(MISSED))
                : Uni.createFrom().voidItem();
    }

    @Produces
    @Singleton
    static PruningRule pruned() {
        return new PruningRule(
                "message_change", "recorded_at < now() - interval '%d seconds'".formatted(KEPT.toSeconds()));
    }
}
