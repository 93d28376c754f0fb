package org.centralino.kit.pruning;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.centralino.kit.retry.Pause;

/// Takes a step for each rule in turn, and again for those that have more to delete, so that none waits for
/// another's end.
final class Steps {
    private Steps() {}

    /// @param step deletes some rows, and says whether there may be more
    /// @param pause after each step
    /// @param mayGoOn is asked before each step
    /// @return completes when no rule has more to delete, or it may not go on
    static Uni<Void> of(
            Collection<PruningRule> rules,
            Function<PruningRule, Uni<Boolean>> step,
            Duration pause,
            BooleanSupplier mayGoOn) {
        var left = new ArrayDeque<>(rules);
        return left.isEmpty() || !mayGoOn.getAsBoolean()
                ? Uni.createFrom().voidItem()
                : Multi.createBy()
                        .repeating()
                        .uni(() -> next(left, step, pause))
                        .whilst(_ -> !left.isEmpty() && mayGoOn.getAsBoolean())
                        .onItem()
                        .ignoreAsUni();
    }

    private static Uni<PruningRule> next(
            Queue<PruningRule> left, Function<PruningRule, Uni<Boolean>> step, Duration pause) {
        var rule = left.remove();
        return step.apply(rule)
                .invoke(isMore -> {
                    if (isMore) {
                        left.add(rule);
                    }
                })
                .chain(() -> Pause.of(pause))
                .replaceWith(rule);
    }
}
