package org.centralino.simulator.clock;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.PlatformState;
import org.centralino.simulator.platform.domain.Step;
import org.centralino.simulator.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Moves the platform's time, forward only.
@Path("/control/clock")
class JumpResource {
    private static final Duration LONGEST_JUMP = Duration.ofDays(366);

    private final Platform platform;

    record Jump(@Nullable Duration jump) {}

    JumpResource(Platform platform) {
        this.platform = platform;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ClockResource.Reading jump(@Nullable Jump wanted) {
        var by = wanted == null ? null : wanted.jump();
        if (by == null || by.isNegative() || by.isZero() || by.compareTo(LONGEST_JUMP) > 0) {
            throw Problem.invalid("A jump goes forward, by at most 366 days: {\"jump\": \"PT24H\"}.");
        }
        platform.record(change -> {
            change.add(new Fact.ClockJumped(change.state().offset().plus(by).toMillis()));
            if (by.compareTo(PlatformState.SERVICE_WINDOW) >= 0
                    && !change.state().steps().contains(Step.JUMPED)) {
                change.add(new Fact.StepDone(Step.JUMPED));
            }
        });
        return ClockResource.read(platform);
    }
}
