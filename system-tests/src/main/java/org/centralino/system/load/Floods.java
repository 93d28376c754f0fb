package org.centralino.system.load;

import java.time.Instant;
import org.centralino.system.stack.Part;

/// As many webhooks as go.
final class Floods {
    private static final int THREADS = 64;

    private final Trial trial;
    private final int count;

    /// @param count how many at a time
    Floods(Trial trial, int count) {
        this.trial = trial;
        this.count = count;
    }

    void run() {
        var all = trial.measured("flood", () -> flood(trial.webhooks(count, Crowd.USUAL)));
        trial.awaitDrained();
        Load.Flood alone;
        var conversation = trial.stack().process(Part.CONVERSATION);
        trial.stack().signal(conversation, "STOP");
        try {
            alone = flood(trial.webhooks(count, Crowd.USUAL));
        } finally {
            trial.stack().signal(conversation, "CONT");
        }
        var began = System.nanoTime();
        trial.awaitDrained();
        var drained = (System.nanoTime() - began) / 1e9;
        var bare = trial.withBareEndpoint(
                endpoint -> flood(new Webhooks(endpoint.address(), trial.run(), count, Crowd.USUAL, Instant.now())));
        var producer = trial.bareKafka().producedPerSecond(200_000);
        report("the whole chain working", all, bare, "≥ 80 % of the bare endpoint");
        report("nobody reading them", alone, bare, "");
        trial.report()
                .row(
                        "a backlog of %,d is handled".formatted(count),
                        "in %.0f s: %,.0f/s".formatted(drained, count / drained),
                        "",
                        "SQL %,.0f/s; producer %,.0f/s"
                                .formatted(BareSql.writtenPerSecond(trial.stack(), count), producer));
    }

    private void report(String what, Load.Flood flood, Load.Flood bare, String goal) {
        trial.report()
                .row(
                        "webhooks as fast as they go, " + what,
                        "%.0f %% of bare: %s".formatted(100 * flood.perSecond() / bare.perSecond(), rate(flood)),
                        goal,
                        rate(bare));
    }

    private static Load.Flood flood(Webhooks webhooks) {
        return Load.flood(webhooks.count(), THREADS, _ -> webhooks.worker());
    }

    private static String rate(Load.Flood flood) {
        return "%,.0f/s, p99 %.0f ms, %d failed"
                .formatted(
                        flood.perSecond(),
                        flood.measured().percentile(99),
                        flood.measured().failures());
    }
}
