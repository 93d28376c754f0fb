package org.centralino.kit.retry;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.Objects;
import java.util.function.Supplier;

/// A Vert.x context for one piece of work: what the framework keeps in a context, such as the request scope, is
/// that piece's own, so two that run at the same time must not share one.
public final class OwnContext {
    private OwnContext() {}

    /// @param loop on whose event loop the work runs
    /// @return the work's result, told on the same loop
    public static <T> Uni<T> on(Context loop, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            var own = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(loop), "every loop has them");
            VertxContextSafetyToggle.setContextSafe(own, true);
            own.runOnContext(
                    _ -> Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
