package org.centralino.kit.outbox;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Down when nobody looks at the outbox any more: then a new process is needed. That the database or the broker
/// is away is none of its business; the relay waits for them.
@Liveness
@Singleton
class OutboxLiveness implements HealthCheck {
    private final OutboxRelay relay;

    OutboxLiveness(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox").status(relay.isLooking()).build();
    }
}
