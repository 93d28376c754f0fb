package org.centralino.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessLimitTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-02T12:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final GuessLimit limit = new GuessLimit(clock);

    @Test
    void the_eleventh_wrong_guess_of_a_minute_is_one_too_many() {
        assertThat(IntStream.range(0, 10).mapToObj(_ -> limit.isOneTooMany())).containsOnly(false);
        assertThat(limit.isOneTooMany()).isTrue();

        now.updateAndGet(then -> then.plus(Duration.ofMinutes(1)));
        assertThat(limit.isOneTooMany()).isFalse();
    }
}
