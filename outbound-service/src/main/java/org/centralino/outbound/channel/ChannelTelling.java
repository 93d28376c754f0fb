package org.centralino.outbound.channel;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.centralino.outbound.lane.NumberGoesOn;
import org.centralino.outbound.lane.NumberStops;
import org.jboss.logging.Logger;

/// Tells the others which numbers there are: those of the settings when a service starts, and all of them once a day.
@Singleton
class ChannelTelling {
    private static final Logger LOG = Logger.getLogger(ChannelTelling.class);
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(30);
    private static final Duration A_DAY = Duration.ofDays(1);
    /// The other replicas that start now have just told it.
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private final ChannelStore channels;
    private final Vertx vertx;
    private long timer;

    ChannelTelling(ChannelStore channels, Vertx vertx) {
        this.channels = channels;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        channels.keepSettings()
                .chain(() -> channels.tellAgain(JUST_NOW))
                .await()
                .atMost(WRITTEN_WITHIN);
        timer = vertx.setPeriodic(
                Duration.ofHours(1).toMillis(),
                _ -> channels.tellAgain(A_DAY)
                        .subscribe()
                        .with(_ -> {}, failure -> LOG.warnf("Our numbers could not be told again: %s", failure)));
    }

    void on(@ObservesAsync NumberStops number) {
        tell(number.phoneNumberId());
    }

    void on(@ObservesAsync NumberGoesOn number) {
        tell(number.phoneNumberId());
    }

    private void tell(String phoneNumberId) {
        channels.tellAgain(phoneNumberId)
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.warnf(
                                "It was not told that the number %s stops or goes on: %s", phoneNumberId, failure));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }
}
