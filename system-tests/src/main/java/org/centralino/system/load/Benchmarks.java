package org.centralino.system.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.centralino.system.fault.Options;
import org.centralino.system.stack.RunningStack;

/// Measures the running product and prints one report, also to `target/benchmarks.md`.
public final class Benchmarks {
    private static final Path REPORT = Path.of("target/benchmarks.md");
    private static final String LANES = "lanes";
    private static final Path PROFILES = Path.of("target/profiles");

    private Benchmarks() {}

    /// With `-Dcentralino.stack=running` it measures the product that runs already.
    ///
    /// @param words `--seconds N`: how long each measurement lasts; `--warm-up N`: seconds after which
    ///     the load before them ends although the compilers are still busy; `--only
    ///     start,webhooks,flood,live,operators,
    ///     comeback,replies,ingest,mixed,storage,search,lists,screens,lanes`: which of them; `--flood
    ///     N`: webhooks in a flood; `--ingest N,M`: rates to take in, one after the other;
    ///     `--ingest-seconds N`: for how long; `--mixed N`: bodies of every kind a second;
    ///     `--mixed-seconds N`: for how long; `--sizes N,M`: how many conversations there are when
    ///     lists are read, one after the other; `--searched N`: how many when messages are searched,
    ///     with ten messages each; `--rows N`: how many there are when screens are looked at; `--events
    ///     N`: how many messages come before the page's memory is looked at; `--bulk N`: how many bulk
    ///     messages wait when a number's lane is looked at; `--profile`: with recordings of the
    ///     services
    public static void main(String[] words) {
        var options = new Options(
                words,
                List.of("profile"),
                "seconds",
                "warm-up",
                "only",
                "flood",
                "ingest",
                "ingest-seconds",
                "mixed",
                "mixed-seconds",
                "sizes",
                "searched",
                "rows",
                "events",
                "bulk");
        var wanted = options.text("only").map(names -> Set.of(names.split(",")));
        var report = new Report();
        if (!wanted.equals(Optional.of(Set.of(LANES)))) {
            measure(wanted, options, report);
        }
        if (wanted.isEmpty() || wanted.get().contains(LANES)) {
            attempt(LANES, () -> measureLanes(options, report), report);
        }
        report.write(REPORT);
        System.out.println();
        System.out.println(report.markdown());
        if (report.isIncomplete()) {
            throw new IllegalStateException("Not everything could be measured; why stands in the report");
        }
    }

    /// On products of their own: one to be measured, and one of which a replica is killed.
    private static void measureLanes(Options options, Report report) {
        var bulk = (int) options.number("bulk", 10_000);
        try (var stack = RunningStack.started(Lanes.SETTINGS, 1)) {
            lanesOf(stack, options, report).rates(bulk);
        }
        try (var stack = RunningStack.started(Lanes.SETTINGS, Lanes.REPLICAS)) {
            lanesOf(stack, options, report).takeOver(bulk / 4);
        }
    }

    private static Lanes lanesOf(RunningStack stack, Options options, Report report) {
        return new Lanes(new Trial(stack, Duration.ofSeconds(options.number("seconds", 30)), report, Optional.empty()));
    }

    private static void measure(Optional<Set<String>> wanted, Options options, Report report) {
        try (var stack = RunningStack.asWanted(settings(wanted))) {
            if (stack.replicas() > 1) {
                throw new IllegalStateException(
                        "There are %d of each service, and these figures are for one. Start it without --replicas."
                                .formatted(stack.replicas()));
            }
            var trial = new Trial(
                    stack,
                    Duration.ofSeconds(options.number("seconds", 30)),
                    report,
                    options.has("profile") ? Optional.of(PROFILES) : Optional.empty());
            measurements(trial, options).forEach((name, measurement) -> {
                if (wanted.isEmpty() || wanted.get().contains(name)) {
                    attempt(name, measurement, report);
                }
            });
        }
    }

    /// One that fails does not take the others with it.
    private static void attempt(String name, Runnable measurement, Report report) {
        try {
            measurement.run();
        } catch (RuntimeException | AssertionError failure) {
            failure.printStackTrace();
            report.failed(name, failure);
        }
    }

    /// The second start needs caches that the first has made, and each operator of these benchmarks stands for
    /// many. What a number and a customer may be sent is measured by itself; elsewhere it would hide how
    /// fast the way is.
    private static Map<String, String> settings(Optional<Set<String>> wanted) {
        var perSecond = Map.entry("CENTRALINO_OUTBOUND_LANES_PER_SECOND", "100000");
        var perCustomer = Map.entry("CENTRALINO_OUTBOUND_LANES_PAIR_BURST", "100000");
        var many = Map.entry("CENTRALINO_GATEWAY_LIVE_SOCKETS_PER_OPERATOR", "150");
        var caches = Map.entry("CENTRALINO_START_CACHES", "record");
        return wanted.isEmpty() || wanted.get().contains("start")
                ? Map.ofEntries(many, perSecond, perCustomer, caches)
                : Map.ofEntries(many, perSecond, perCustomer);
    }

    /// In the order in which they are done.
    private static Map<String, Runnable> measurements(Trial trial, Options options) {
        var replies = new Replies(trial);
        var warmUp = new Once(() -> {
            trial.report().remark(JvmOptions.of(trial.stack()));
            if (options.has("profile")) {
                trial.report().remark("Recordings ran meanwhile, which take processor time themselves.");
            }
            WarmUp.writing(trial, replies).run(Duration.ofSeconds(options.number("warm-up", 300)));
        });
        var all = new LinkedHashMap<String, Runnable>();
        all.put("start", () -> new StartTimes(trial).run());
        all.put("webhooks", warmUp.before(() -> {
            var acknowledgements = new Acknowledgements(trial);
            acknowledgements.at(100, "");
            acknowledgements.at(500, "p50 ≤ 5, p99 ≤ 50 ms; 0 failed");
        }));
        all.put("flood", warmUp.before(() -> new Floods(trial, (int) options.number("flood", 30_000)).run()));
        all.put("live", warmUp.before(() -> {
            var updates = new LiveUpdates(trial);
            updates.toOne(20, "p50 ≤ 20, p99 ≤ 100 ms");
            updates.toOne(167, "p50 ≤ 20, p99 ≤ 100 ms");
        }));
        all.put("operators", warmUp.before(() -> new LiveUpdates(trial).toMany()));
        all.put("comeback", warmUp.before(() -> new Comeback(trial).run()));
        all.put("replies", warmUp.before(() -> {
            replies.at(20, "p50 ≤ 10, p99 ≤ 50 ms");
            replies.at(50, "p50 ≤ 10, p99 ≤ 50 ms");
        }));
        all.put(
                "ingest",
                warmUp.before(() -> new Ingest(trial, Duration.ofSeconds(options.number("ingest-seconds", 300)))
                        .at(Stream.of(options.text("ingest").orElse("2500").split(","))
                                .map(Integer::valueOf)
                                .toList())));
        all.put(
                "mixed",
                warmUp.before(() -> new Mixed(trial, Duration.ofSeconds(options.number("mixed-seconds", 60)))
                        .at((int) options.number("mixed", 100))));
        all.put("storage", () -> new Storage(trial, replies).run());
        // Last: they leave behind what the others do not expect.
        all.put("search", () -> new Searches(trial).run((int) options.number("searched", 20_000)));
        all.put(
                "lists",
                () -> new Lists(trial, Duration.ofSeconds(options.number("warm-up", 300)))
                        .run(Stream.of(options.text("sizes")
                                        .orElse("100000,1000000")
                                        .split(","))
                                .map(Integer::valueOf)
                                .toList()));
        all.put(
                "screens",
                () -> new Screens(trial, (int) options.number("rows", 100_000), (int) options.number("events", 100_000))
                        .run());
        return all;
    }

    /// What is done before the first of several things.
    private static final class Once {
        private final Runnable work;
        private boolean done;

        Once(Runnable work) {
            this.work = work;
        }

        Runnable before(Runnable next) {
            return () -> {
                if (!done) {
                    done = true;
                    work.run();
                }
                next.run();
            };
        }
    }
}
