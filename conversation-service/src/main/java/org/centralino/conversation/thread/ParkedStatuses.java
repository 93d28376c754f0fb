package org.centralino.conversation.thread;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Gives statuses that came too early another chance, every second: the message they wait for may have
/// become known while they were written down.
@ApplicationScoped
class ParkedStatuses {
    private final ConversationStore store;

    ParkedStatuses(ConversationStore store) {
        this.store = store;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tryAgain() {
        return store.handleParked();
    }
}
