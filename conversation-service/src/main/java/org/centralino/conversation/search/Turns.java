package org.centralino.conversation.search;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Supplier;
import org.centralino.kit.problem.Problem;

/// Lets only a few searches into the database at a time, the others in their order: customers'
/// messages come through the same connections. Whoever asks faster than he is answered is refused,
/// so that nobody makes all others wait.
@Singleton
class Turns {
    private static final int AT_A_TIME = 4;
    private static final int OF_ONE_OPERATOR = 3;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Map<UUID, Integer> ofOperators = new HashMap<>();
    private int running;

    /// @return what the work comes to; fails with 429 when the operator has too many searches under
    ///     way
    <T> Uni<T> take(UUID operator, Supplier<Uni<T>> work) {
        return Uni.createFrom().<T>emitter(emitter -> enter(operator, () -> run(work, emitter, operator)));
    }

    private <T> void run(Supplier<Uni<T>> work, UniEmitter<? super T> emitter, UUID operator) {
        Uni.createFrom()
                .<T>deferred(work::get)
                .onTermination()
                .invoke(() -> leave(operator))
                .subscribe()
                .with(emitter::complete, emitter::fail);
    }

    private void enter(UUID operator, Runnable turn) {
        synchronized (this) {
            if (ofOperators.getOrDefault(operator, 0) >= OF_ONE_OPERATOR) {
                throw Problem.of(
                                429,
                                "too-many-requests",
                                "Too many searches at once",
                                "Earlier searches of yours are still under way. Wait a moment.")
                        .asException();
            }
            ofOperators.merge(operator, 1, Integer::sum);
            if (running == AT_A_TIME) {
                waiting.add(turn);
                return;
            }
            running++;
        }
        turn.run();
    }

    private void leave(UUID operator) {
        Runnable next;
        synchronized (this) {
            ofOperators.computeIfPresent(operator, (_, under) -> under == 1 ? null : under - 1);
            next = waiting.poll();
            if (next == null) {
                running--;
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
