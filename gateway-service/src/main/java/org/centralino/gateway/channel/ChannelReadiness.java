package org.centralino.gateway.channel;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready means that it is known which numbers are ours, so that no webhook is taken for somebody else's.
@Readiness
@ApplicationScoped
class ChannelReadiness implements HealthCheck {
    private final OwnNumbers numbers;

    ChannelReadiness(OwnNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("numbers").status(numbers.areKnown()).build();
    }
}
