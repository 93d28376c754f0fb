package org.centralino.gateway.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.centralino.gateway.GatewayConfig;
import org.centralino.kit.PlatformClock;

/// Tells browsers regularly that the line is up and what time it is, and at once when the clock jumps.
@ApplicationScoped
class LiveHeartbeat {
    private final Vertx vertx;
    private final LiveHub hub;
    private final GatewayConfig.Live config;

    LiveHeartbeat(Vertx vertx, LiveHub hub, GatewayConfig gateway) {
        this.vertx = vertx;
        this.hub = hub;
        this.config = gateway.live();
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(config.heartbeat().toMillis(), _ -> hub.heartbeat());
    }

    void jumped(@Observes PlatformClock.Jumped jump) {
        hub.heartbeat();
    }

    void stop(@Observes ShutdownEvent stopping) {
        hub.closeAll();
    }
}
