package org.centralino.simulator.traffic;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.centralino.simulator.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;

/// What stands behind a line of the live log: the bytes that went over the wire.
@Path("/control/log")
class LogResource {
    private final Traffic traffic;

    LogResource(Traffic traffic) {
        this.traffic = traffic;
    }

    @GET
    @Path("/{line}")
    public Traffic.Detail detail(@RestPath long line) {
        return traffic.detail(line).orElseThrow(() -> Problem.notFound("That line is older than the log."));
    }
}
