package org.centralino.kit.retry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Objects;

/// A pause on the event loop that comes back on the same Vert.x context: what is kept in it is still there.
public final class Pause {
    private Pause() {}

    /// @throws NullPointerException when subscribed to outside an event loop
    public static Uni<Void> of(Duration duration) {
        return Uni.createFrom().emitter(emitter -> {
            var context = Objects.requireNonNull(Vertx.currentContext(), "a pause needs an event loop");
            var timer = context.owner()
                    .setTimer(Math.max(1, duration.toMillis()), _ -> context.runOnContext(_ -> emitter.complete(null)));
            emitter.onTermination(() -> context.owner().cancelTimer(timer));
        });
    }
}
