package org.centralino.simulator.receipt;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.centralino.simulator.problem.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What an open phone page shows; the page itself says so.
@Path("/control/phones")
class PhoneResource {
    private final Receipts receipts;

    /// @param customer whose chat is on the screen; null when none is
    record Screen(@Nullable String customer) {}

    PhoneResource(Receipts receipts) {
        this.receipts = receipts;
    }

    @PUT
    @Path("/{page}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(204)
    public void shows(@RestPath String page, @Nullable Screen body) {
        receipts.shows(page, Problem.given(body).customer());
    }
}
