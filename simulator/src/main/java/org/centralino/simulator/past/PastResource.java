package org.centralino.simulator.past;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.centralino.simulator.past.domain.PastWish;
import org.centralino.simulator.problem.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// The phone beside the number: what it has, and having it handed over without being asked.
@Path("/control/past")
class PastResource {
    private final Past past;

    PastResource(Past past) {
        this.past = past;
    }

    record Queued(List<Long> ids) {}

    /// How it is to be when the business asks for it.
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(204)
    public void prepare(@Nullable PastWish wish) {
        past.prepare(checked(wish));
    }

    /// Hands the history over now.
    @POST
    @Path("history")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    public Queued tellHistory(@Nullable PastWish wish) {
        return new Queued(past.tellHistory(checked(wish)));
    }

    /// Hands the address book over now.
    @POST
    @Path("contacts")
    @ResponseStatus(202)
    public Queued tellAddressBook() {
        return new Queued(past.tellAddressBook());
    }

    private static PastWish checked(@Nullable PastWish wish) {
        var given = Problem.given(wish);
        given.objection().ifPresent(objection -> {
            throw Problem.invalid(objection);
        });
        return given;
    }
}
