package org.centralino.kit.pruning;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.centralino.kit.database.Lanes;
import org.jboss.logging.Logger;

/// Deletes what nobody needs any more, by the service's [PruningRule]s: once a minute, and then step by step as
/// long as there is more.
@Singleton
class Pruning {
    private static final Logger LOG = Logger.getLogger(Pruning.class);
    private static final String WORK = "pruning";
    private static final Duration EVERY = Duration.ofMinutes(1);
    /// Shorter than the time until the next: that begins anew with every rule.
    private static final Duration LONGEST = Duration.ofSeconds(50);
    private static final int ROWS = 2_000;
    /// Others need the database as well.
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String STEP =
            "delete from %%1$s where ctid = any (array(select ctid from %%1$s where %%2$s limit %d))".formatted(ROWS);

    private final List<PruningRule> rules;
    private final Pool database;
    private final Lanes lanes;
    private final Vertx vertx;
    private long timer;
    private boolean busy;

    Pruning(@All List<PruningRule> rules, Pool database, Lanes lanes, Vertx vertx) {
        this.rules = rules;
        this.database = database;
        this.lanes = lanes;
        this.vertx = vertx;
        lanes.share(WORK, 1);
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(EVERY.toMillis(), _ -> prune());
    }

    void stop(@Observes ShutdownEvent stop) {
        vertx.cancelTimer(timer);
    }

    void prune() {
        if (busy) {
            return;
        }
        busy = true;
        var end = System.nanoTime() + LONGEST.toNanos();
        Steps.of(rules, this::step, PAUSE, () -> lanes.hold(WORK, 0) && System.nanoTime() < end)
                .subscribe()
                .with(_ -> busy = false, failure -> {
                    busy = false;
                    LOG.warnf("Nothing more is pruned for now: %s", failure);
                });
    }

    /// A transaction of its own. A rule that fails does not stop the others.
    private Uni<Boolean> step(PruningRule rule) {
        return database.query(STEP.formatted(rule.table(), rule.condition()))
                .execute()
                .map(deleted -> deleted.rowCount() == ROWS)
                .onFailure()
                .invoke(failure -> LOG.warnf("%s is not pruned for now: %s", rule.table(), failure))
                .onFailure()
                .recoverWithItem(false);
    }
}
