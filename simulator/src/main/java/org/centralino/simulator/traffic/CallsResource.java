package org.centralino.simulator.traffic;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.centralino.simulator.journal.Ledger;
import org.jboss.resteasy.reactive.RestQuery;

/// Every Graph call that was seen, for checkers.
@Path("/control/calls")
class CallsResource {
    private final Traffic traffic;

    CallsResource(Traffic traffic) {
        this.traffic = traffic;
    }

    @GET
    public Ledger.Page calls(@RestQuery @DefaultValue("0") long since, @RestQuery @DefaultValue("1000") int limit) {
        return traffic.calls(since, limit);
    }
}
