package org.centralino.kit.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Down when nobody looks at the outbox any more: then a new process is needed. That the database or the broker
/// is away is none of its business; the relay waits for them.
@Liveness
@Singleton
class OutboxLiveness implements HealthCheck {
    /// Longer than a pass may take that waits for Kafka.
    private static final Duration LONGEST_PASS = Duration.ofMinutes(2);

    private final OutboxRelay relay;
    private final Duration longestPass;

    @Inject
    OutboxLiveness(OutboxRelay relay) {
        this(relay, LONGEST_PASS);
    }

    OutboxLiveness(OutboxRelay relay, Duration longestPass) {
        this.relay = relay;
        this.longestPass = longestPass;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox")
                .status(relay.lookedWithin(longestPass))
                .build();
    }
}
