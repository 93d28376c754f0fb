package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Replies that wait for a change of the responder: the event wakes them.
@ApplicationScoped
class EpochWaiters {
    private final Map<UUID, Set<UniEmitter<? super Void>>> waiting = new ConcurrentHashMap<>();

    /// @param atMost the change may have reached another replica, so it is not waited for without end
    /// @return completes when something about who holds the conversation was heard here, or after that time
    Uni<Void> changeOf(UUID conversationId, Duration atMost) {
        return Uni.createFrom().emitter(emitter -> {
            var context = Objects.requireNonNull(Vertx.currentContext(), "waiting needs an event loop");
            waiting.computeIfAbsent(conversationId, _ -> ConcurrentHashMap.newKeySet())
                    .add(emitter);
            var timer = context.owner().setTimer(atMost.toMillis(), _ -> wake(conversationId, emitter));
            emitter.onTermination(() -> context.owner().cancelTimer(timer));
        });
    }

    void wake(Collection<UUID> conversationIds) {
        conversationIds.stream()
                .map(waiting::remove)
                .filter(Objects::nonNull)
                .forEach(all -> all.forEach(emitter -> emitter.complete(null)));
    }

    private void wake(UUID conversationId, UniEmitter<? super Void> one) {
        waiting.computeIfPresent(conversationId, (_, all) -> {
            all.remove(one);
            return all.isEmpty() ? null : all;
        });
        one.complete(null);
    }
}
