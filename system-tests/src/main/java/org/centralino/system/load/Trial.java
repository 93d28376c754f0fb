package org.centralino.system.load;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Staff;

/// One run of the benchmarks: what all measurements share.
final class Trial {
    /// Enough that a slow answer keeps no other message waiting.
    static final int THREADS = 96;

    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(20);
    private static final Duration LONGER_THAN_ANY_RUN = Duration.ofHours(2);

    private final RunningStack stack;
    private final Duration duration;
    private final Report report;
    private final Optional<Path> profiles;
    private final BareKafka bareKafka;
    private int runs;

    /// @param duration how long each measurement lasts
    /// @param profiles where recordings of the services go, when there are to be any
    Trial(RunningStack stack, Duration duration, Report report, Optional<Path> profiles) {
        this.stack = stack;
        this.duration = duration;
        this.report = report;
        this.profiles = profiles;
        this.bareKafka = new BareKafka(stack.ports().kafka());
    }

    RunningStack stack() {
        return stack;
    }

    Duration duration() {
        return duration;
    }

    Report report() {
        return report;
    }

    BareKafka bareKafka() {
        return bareKafka;
    }

    /// Does what is measured, with recordings of the services around it if they are wanted.
    ///
    /// @param name of the recordings
    <T> T measured(String name, Supplier<T> work) {
        if (profiles.isEmpty()) {
            return work.get();
        }
        var recordings = Recordings.start(stack, profiles.get(), name);
        try {
            return work.get();
        } finally {
            recordings.stop();
        }
    }

    /// @return webhooks of customers who have written before, at this many a second for as long as a
    ///     measurement lasts
    Webhooks webhooks(int perSecond) {
        return webhooks(count(perSecond, duration), Crowd.USUAL);
    }

    Webhooks webhooks(int count, Crowd crowd) {
        return new Webhooks(
                stack.ports().gateway(), run(), count, crowd, stack.simulator().now());
    }

    static int count(int perSecond, Duration length) {
        return (int) (perSecond * length.toMillis() / 1_000);
    }

    /// @return a name that no other run has
    String run() {
        return Long.toString(Instant.now().getEpochSecond() % 1_000_000) + "-" + ++runs;
    }

    /// @return a token that outlives the run
    String token(Operator operator) {
        return Staff.of(stack).token(operator, LONGER_THAN_ANY_RUN);
    }

    void awaitDrained() {
        try (var lag = new Lag(stack.ports().kafka())) {
            Patience.await("the backlog is handled").atMost(DRAINED_WITHIN).until(() -> lag.now() == 0);
        }
    }

    <T> T withBareEndpoint(Function<BareEndpoint, T> use) {
        try (var endpoint = BareEndpoint.start(stack)) {
            return use.apply(endpoint);
        }
    }
}
