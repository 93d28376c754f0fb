package org.centralino.conversation.thread;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Looks after statuses that came before their message was known: whoever makes it known takes them up, and
/// what two transactions missed between them is found here within a second.
@ApplicationScoped
class ParkedStatuses {
    private static final Duration KEPT = Duration.ofDays(7);
    /// Longer than a transaction lives.
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final ConversationStore store;
    private final Clock clock;

    /// Everything at first: nobody may have looked for a while.
    private volatile Instant lookedUntil = Instant.EPOCH.plus(OVERLAP);

    ParkedStatuses(ConversationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeUp() {
        var now = clock.instant();
        return store.takeUpParked(lookedUntil.minus(OVERLAP)).invoke(() -> lookedUntil = now);
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> drop() {
        return store.dropParked(clock.instant().minus(KEPT));
    }
}
