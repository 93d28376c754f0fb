package org.centralino.system.seed;

import java.time.Duration;
import java.util.function.Consumer;

/// Says now and then how far something is and how fast it goes.
final class Pace {
    private static final long BETWEEN = Duration.ofSeconds(5).toNanos();

    private final String what;
    private final Consumer<String> progress;
    private final long began = System.nanoTime();
    private long said = began;

    Pace(String what, Consumer<String> progress) {
        this.what = what;
        this.progress = progress;
    }

    void at(long rows) {
        if (System.nanoTime() - said > BETWEEN) {
            said = System.nanoTime();
            progress.accept("%s: %,d rows so far, %,.0f a second".formatted(what, rows, perSecond(rows)));
        }
    }

    void done(long rows) {
        progress.accept("%s: %,d rows, %,.0f a second".formatted(what, rows, perSecond(rows)));
    }

    private double perSecond(long rows) {
        return rows / ((System.nanoTime() - began) / 1e9);
    }
}
