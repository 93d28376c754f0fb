package org.centralino.simulator.clock;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.centralino.simulator.platform.Platform;

/// The platform's time. The product's services follow it on the local stack.
@Path("/clock")
class ClockResource {
    private final Platform platform;

    record Reading(Instant now, long offsetMillis) {}

    ClockResource(Platform platform) {
        this.platform = platform;
    }

    @GET
    public Reading read() {
        return read(platform);
    }

    static Reading read(Platform platform) {
        return new Reading(
                platform.now().truncatedTo(ChronoUnit.MILLIS),
                platform.read(state -> state.offset().toMillis()));
    }
}
