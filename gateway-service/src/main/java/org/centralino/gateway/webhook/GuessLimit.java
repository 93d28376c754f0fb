package org.centralino.gateway.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Who guesses the verify token gets few tries a minute.
final class GuessLimit {
    private static final int TRIES = 10;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant since = Instant.MIN;
    private int wrong;

    GuessLimit(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean areTooMany() {
        return wrong >= TRIES && clock.instant().isBefore(since.plus(WITHIN));
    }

    synchronized void wrong() {
        var now = clock.instant();
        if (since.equals(Instant.MIN) || !now.isBefore(since.plus(WITHIN))) {
            since = now;
            wrong = 0;
        }
        wrong++;
    }
}
