package org.centralino.kit.pruning;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.centralino.kit.database.Lanes;
import org.jboss.logging.Logger;

/// Deletes what nobody needs any more, by the service's [PruningRule]s: once a minute, a bounded step for each.
@Singleton
class Pruning {
    private static final Logger LOG = Logger.getLogger(Pruning.class);
    private static final String WORK = "pruning";
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final String STEP =
            "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s limit 2000))";

    private final Instance<PruningRule> rules;
    private final Pool database;
    private final Lanes lanes;
    private final Vertx vertx;
    private long timer;

    Pruning(@Any Instance<PruningRule> rules, Pool database, Lanes lanes, Vertx vertx) {
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

    private void prune() {
        if (lanes.hold(WORK, 0)) {
            Multi.createFrom()
                    .iterable(rules)
                    .onItem()
                    .transformToUniAndConcatenate(this::step)
                    .onItem()
                    .ignoreAsUni()
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.warnf("Nothing more is pruned for now: %s", failure));
        }
    }

    private Uni<Void> step(PruningRule rule) {
        return database.query(STEP.formatted(rule.table(), rule.condition()))
                .execute()
                .replaceWithVoid();
    }
}
