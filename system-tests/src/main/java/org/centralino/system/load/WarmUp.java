package org.centralino.system.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.centralino.system.load.Audience.Programme;
import org.centralino.system.load.Audience.Team;
import org.centralino.system.stack.Interrupted;
import org.centralino.system.stack.Operator;

/// Load that lasts until the JVMs have compiled what is hot. They do so for minutes, and on few cores that is
/// in the way of what is measured.
final class WarmUp {
    private static final Duration ROUND = Duration.ofSeconds(15);
    private static final int WEBHOOKS = 300;
    private static final int REPLIES = 20;
    /// Of one core, for all five services.
    private static final double QUIET = 0.05;

    private final Trial trial;
    private final String words;
    private final Consumer<Duration> load;

    /// @param words what the load is
    /// @param load goes on for the time that it is given
    WarmUp(Trial trial, String words, Consumer<Duration> load) {
        this.trial = trial;
        this.words = words;
        this.load = load;
    }

    /// What customers and operators write.
    static WarmUp writing(Trial trial, Replies replies) {
        return new WarmUp(
                trial,
                "%d webhooks, an operator's socket and %d replies a second".formatted(WEBHOOKS, REPLIES),
                length -> write(trial, replies, length));
    }

    /// Goes on until the compilers are quiet.
    ///
    /// @param most after which it ends in any case
    void run(Duration most) {
        var began = System.nanoTime();
        double compiling;
        do {
            compiling = round();
        } while (compiling > QUIET && System.nanoTime() - began < most.toNanos());
        var seconds = (System.nanoTime() - began) / 1_000_000_000;
        trial.awaitDrained();
        trial.report()
                .remark("Warm-up: %d s with %s; in its last round the compilers of our services took %.0f %% of a core."
                        .formatted(seconds, words, 100 * compiling));
    }

    /// @return the part of a core that went into compiling
    private double round() {
        var meter = new Meter(trial.stack());
        var began = System.nanoTime();
        load.accept(ROUND);
        return meter.read().ofOurServices().compiling() / ((System.nanoTime() - began) / 1e9);
    }

    private static void write(Trial trial, Replies replies, Duration length) {
        replies.prepare();
        var webhooks = trial.webhooks(Trial.count(WEBHOOKS, length), Crowd.USUAL);
        var anna = List.of(new Team(trial.token(Operator.ANNA), 1));
        try (var audience = Audience.of(webhooks.address(), anna, Programme.of(webhooks, Map.of()))) {
            Stream.<Runnable>of(
                            () -> Load.atRate(WEBHOOKS, length, Trial.THREADS, _ -> webhooks.worker(audience::begins)),
                            () -> replies.write(REPLIES, length))
                    .map(work -> Thread.ofPlatform().start(work))
                    .toList()
                    .forEach(WarmUp::join);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }
}
