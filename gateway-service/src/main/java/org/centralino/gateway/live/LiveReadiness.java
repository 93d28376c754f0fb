package org.centralino.gateway.live;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready means that the feed knows the recent events, so that browsers can go on here.
@Readiness
@ApplicationScoped
class LiveReadiness implements HealthCheck {
    private final LiveHub hub;

    LiveReadiness(LiveHub hub) {
        this.hub = hub;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("live-feed").status(hub.isCaughtUp()).build();
    }
}
