package org.centralino.gateway.live;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.centralino.gateway.GatewayConfig;
import org.centralino.kit.PlatformClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Tells browsers regularly that the line is up and what time it is, and at once when the clock jumps.
@ApplicationScoped
class LiveHeartbeat {
    private final Vertx vertx;
    private final LiveHub hub;
    private final GatewayConfig.Live config;
    private final Duration stays;

    /// @param stays how long this process goes on after it was told to stop
    LiveHeartbeat(
            Vertx vertx,
            LiveHub hub,
            GatewayConfig gateway,
            @ConfigProperty(name = "centralino.shutdown.delay") Duration stays) {
        this.vertx = vertx;
        this.hub = hub;
        this.config = gateway.live();
        this.stays = stays;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(config.heartbeat().toMillis(), _ -> hub.heartbeat());
    }

    void jumped(@Observes PlatformClock.Jumped jump) {
        hub.heartbeat();
    }

    /// An open socket would keep this process from stopping. Half-way, whoever distributes connections has seen that it
    /// is not ready any more, and browsers come back to another one.
    void stop(@Observes ShutdownDelayInitiatedEvent stopping) {
        if (stays.isZero()) {
            hub.leave();
        } else {
            vertx.setTimer(stays.toMillis() / 2, _ -> hub.leave());
        }
    }
}
