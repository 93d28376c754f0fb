package org.centralino.outbound;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What a replica looks at again and again, on a timer and when it has changed something itself. A look that began
/// earlier and ended later knows less, so nothing is learnt from it.
public final class Looks {
    private final AtomicLong begun = new AtomicLong();
    private long learnt;

    /// @param ask what is there
    /// @param learn takes it over, one look after the other
    /// @return completes when this replica knows what was there, or more
    public <T> Uni<Void> look(Supplier<Uni<T>> ask, Consumer<T> learn) {
        return Uni.createFrom().deferred(() -> {
            var look = begun.incrementAndGet();
            return ask.get().invoke(there -> learn(look, there, learn)).replaceWithVoid();
        });
    }

    private synchronized <T> void learn(long look, T there, Consumer<T> learn) {
        if (look >= learnt) {
            learnt = look;
            learn.accept(there);
        }
    }
}
