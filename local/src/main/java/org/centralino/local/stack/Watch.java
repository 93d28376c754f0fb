package org.centralino.local.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.centralino.local.StackException;
import org.centralino.local.process.Waiting;
import org.centralino.local.terminal.Progress;

/// Stays with the stack in the foreground: brings back what dies, a few times, and says so.
final class Watch {
    private static final int RESTARTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(10);

    private final Stack stack;
    private final Progress progress;
    private final Map<Part, Deaths> deaths = new HashMap<>();
    private volatile boolean stopping;

    /// How often a part died lately, and when it may be started again, in nanoseconds of this JVM.
    private record Deaths(int times, long last, long again) {}

    Watch(Stack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /// Returns when somebody else stopped everything.
    void stay() {
        progress.say("  Ctrl-C stops everything.");
        while (!stopping) {
            if (stack.all().stream()
                    .noneMatch(part -> part.isRunning() || part.process().isExpected())) {
                progress.say("  Everything was stopped from elsewhere.");
                return;
            }
            for (var part : stack.all()) {
                if (!stopping && !part.isRunning() && part.process().isExpected()) {
                    dead(part);
                }
            }
            Waiting.pause();
        }
    }

    void stop() {
        stopping = true;
    }

    private void dead(Part part) {
        var now = System.nanoTime();
        var before = deaths.get(part);
        if (before == null || before.again() < now && isForgiven(before, now)) {
            before = new Deaths(0, now, now);
        }
        if (before.times() > RESTARTS || before.again() > now) {
            return;
        }
        var times = before.times() + 1;
        if (times > RESTARTS) {
            deaths.put(part, new Deaths(times, now, now));
            progress.say(
                    "  ✗ %s died again and stays down; its log is %s. './centralino up' in another terminal brings it back."
                            .formatted(part.title(), part.process().log()));
            return;
        }
        deaths.put(
                part,
                new Deaths(
                        times,
                        now,
                        now + FIRST_PAUSE.multipliedBy(1L << (2 * (times - 1))).toNanos()));
        progress.say("  ! %s died; starting it again".formatted(part.title()));
        try {
            progress.step(part.title(), "is back", part.start());
        } catch (StackException failure) {
            progress.say("  ✗ " + failure.getMessage());
        }
    }

    private static boolean isForgiven(Deaths before, long now) {
        return now - before.last() > FORGIVEN_AFTER.toNanos();
    }
}
