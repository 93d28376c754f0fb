package org.centralino.kit.conversation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Wakes who waits for news of a conversation, when some arrive in this process.
@Singleton
public class Arrivals {
    private final Map<UUID, Set<Runnable>> waiting = new ConcurrentHashMap<>();

    /// @return completes when news of the conversation arrive, or after the pause; on the caller's own Vert.x
    ///     context
    public Uni<Void> of(UUID conversation, Duration pause) {
        return Uni.createFrom().emitter(emitter -> {
            var context = Objects.requireNonNull(Vertx.currentContext(), "waiting needs an event loop");
            Runnable wake = () -> context.runOnContext(_ -> emitter.complete(null));
            var timer = context.owner().setTimer(pause.toMillis(), _ -> wake.run());
            waiting.compute(conversation, (_, others) -> {
                var all = others == null ? ConcurrentHashMap.<Runnable>newKeySet() : others;
                all.add(wake);
                return all;
            });
            emitter.onTermination(() -> {
                context.owner().cancelTimer(timer);
                waiting.computeIfPresent(conversation, (_, all) -> {
                    all.remove(wake);
                    return all.isEmpty() ? null : all;
                });
            });
        });
    }

    /// @param conversations of which something new is known now
    public void announce(Collection<UUID> conversations) {
        if (!waiting.isEmpty()) {
            conversations.forEach(
                    conversation -> waiting.getOrDefault(conversation, Set.of()).forEach(Runnable::run));
        }
    }
}
