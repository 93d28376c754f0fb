package org.centralino.system.load;

import java.time.Duration;
import java.util.List;

/// How many messages a second the product takes in for long.
final class Ingest {
    private static final int THREADS = 2 * Trial.THREADS;
    /// Who is so many seconds behind will not catch up.
    private static final int HOPELESS_SECONDS = 20;
    /// A lag that grows more slowly than this share of the rate does not grow.
    private static final double GROWTH = 0.01;

    private final Trial trial;
    private final Duration length;

    Ingest(Trial trial, Duration length) {
        this.trial = trial;
        this.length = length;
    }

    /// Tries one rate after the other, until one is too high.
    void at(List<Integer> rates) {
        var ceiling = "SQL %,.0f/s; producer %,.0f/s"
                .formatted(
                        BareSql.writtenPerSecond(trial.stack(), 50_000),
                        trial.bareKafka().producedPerSecond(200_000));
        for (var perSecond : rates) {
            if (!follows(perSecond, ceiling)) {
                return;
            }
        }
    }

    private boolean follows(int perSecond, String ceiling) {
        var webhooks = trial.webhooks(Trial.count(perSecond, length), Crowd.LARGE);
        try (var lag = new Lag(trial.stack().ports().kafka())) {
            var meter = new Meter(trial.stack());
            var measured = trial.measured(
                    "ingest-" + perSecond,
                    () -> Load.atRate(
                            perSecond,
                            length,
                            THREADS,
                            _ -> webhooks.worker(),
                            () -> lag.latest() > (long) perSecond * HOPELESS_SECONDS));
            var growth = lag.growth();
            var used = meter.read();
            var sent = measured.count() + measured.failures();
            var began = System.nanoTime();
            trial.awaitDrained();
            var drained = (System.nanoTime() - began) / 1e9;
            var follows = sent == webhooks.count() && measured.failures() == 0 && growth < perSecond * GROWTH;
            trial.report()
                    .row(
                            "ingest at %,d/s for %d s".formatted(perSecond, length.toSeconds()),
                            "%s: lag at most %,d, growing by %.0f/s, gone after %.0f s; webhooks %s, %d failed of %,d"
                                    .formatted(
                                            follows ? "follows" : "falls behind",
                                            lag.highest(),
                                            growth,
                                            drained,
                                            measured.summary(),
                                            measured.failures(),
                                            sent),
                            "2,500/s for 10 min, lag not growing",
                            ceiling);
            trial.report().usage("ingest at %,d/s".formatted(perSecond), (int) sent, used);
            return follows;
        }
    }
}
