package org.centralino.kit.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final PruningRule MESSAGES = new PruningRule("message", "true");
    private static final PruningRule HISTORY = new PruningRule("history_entry", "true");
    private static final BooleanSupplier ALWAYS = () -> true;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> steps = new ArrayList<>();
    private final Map<PruningRule, Integer> full = new HashMap<>();

    @AfterEach
    void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void it_goes_on_as_long_as_a_step_was_full() throws Exception {
        full.put(MESSAGES, 500);

        prune(List.of(MESSAGES), ALWAYS);

        assertThat(steps).hasSize(501).containsOnly("message");
    }

    @Test
    void a_table_that_has_much_to_delete_does_not_keep_the_others_waiting() throws Exception {
        full.put(MESSAGES, 2);
        full.put(HISTORY, 1);

        prune(List.of(MESSAGES, HISTORY), ALWAYS);

        assertThat(steps).containsExactly("message", "history_entry", "message", "history_entry", "message");
    }

    @Test
    void it_ends_when_its_time_is_over_or_another_replica_does_it() throws Exception {
        full.put(MESSAGES, Integer.MAX_VALUE);

        prune(List.of(MESSAGES, HISTORY), () -> steps.size() < 3);

        assertThat(steps).containsExactly("message", "history_entry", "message");
    }

    @Test
    void whoever_may_not_prune_deletes_nothing() throws Exception {
        prune(List.of(MESSAGES), () -> false);

        assertThat(steps).isEmpty();
    }

    @Test
    void without_rules_there_is_nothing_to_do() throws Exception {
        prune(List.of(), ALWAYS);

        assertThat(steps).isEmpty();
    }

    private void prune(List<PruningRule> rules, BooleanSupplier mayGoOn) throws Exception {
        var done = new CompletableFuture<Void>();
        vertx.runOnContext(_ -> Steps.of(rules, this::step, Duration.ofMillis(1), mayGoOn)
                .subscribe()
                .with(done::complete, done::completeExceptionally));
        done.get(10, TimeUnit.SECONDS);
    }

    private Uni<Boolean> step(PruningRule rule) {
        steps.add(rule.table());
        return Uni.createFrom().item(full.merge(rule, -1, Integer::sum) >= 0);
    }
}
