package org.centralino.outbound.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Down when nobody looks for messages any more: then a new process is needed. That the database, the
/// broker or the platform is away is none of its business; the dispatcher waits for them.
@Liveness
@ApplicationScoped
class DispatchLiveness implements HealthCheck {
    private final Dispatcher dispatcher;

    DispatchLiveness(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("dispatch")
                .status(dispatcher.isLooking())
                .build();
    }
}
