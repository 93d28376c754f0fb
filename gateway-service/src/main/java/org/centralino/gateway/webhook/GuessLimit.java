package org.centralino.gateway.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Who guesses the verify token gets few answers a minute. The right token is never held up: else anybody who
/// guesses could keep the platform's own handshake out. So it is the length of the token that keeps guesses from
/// coming true ([Needed#secret] sees to it), and this keeps them from filling the log.
final class GuessLimit {
    private static final int TRIES = 10;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant since = Instant.MIN;
    private int wrong;

    GuessLimit(Clock clock) {
        this.clock = clock;
    }

    /// Counts a wrong guess.
    ///
    /// @return whether it is one too many
    synchronized boolean isOneTooMany() {
        var now = clock.instant();
        if (since.equals(Instant.MIN) || !now.isBefore(since.plus(WITHIN))) {
            since = now;
            wrong = 0;
        }
        wrong = Math.min(wrong + 1, TRIES + 1);
        return wrong > TRIES;
    }
}
