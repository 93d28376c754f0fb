package org.centralino.simulator.live;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.centralino.simulator.SimulatorConfig;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.traffic.Traffic;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/// What the page shows: all of it, and then what changes.
@Path("/control")
class LiveResource {
    private final Platform platform;
    private final Traffic traffic;
    private final LiveFeed feed;
    private final WhatsAppAccount account;
    private final SimulatorConfig config;

    /// @param clock whether the clock goes back to the machine's time too
    record Reset(boolean clock) {}

    LiveResource(Platform platform, Traffic traffic, LiveFeed feed, WhatsAppAccount account, SimulatorConfig config) {
        this.platform = platform;
        this.traffic = traffic;
        this.feed = feed;
        this.account = account;
        this.config = config;
    }

    @GET
    @Path("/state")
    public StateView state() {
        var lines = traffic.lines();
        var now = platform.now();
        return platform.read(state -> StateView.of(state, now, account, config, lines));
    }

    /// @param page a name that the page gives itself, by which it says what it shows
    @GET
    @Path("/live")
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<LiveFeed.Changes> live(@RestQuery Optional<String> page) {
        return feed.changes(page.orElseGet(() -> UUID.randomUUID().toString()));
    }

    @POST
    @Path("/reset")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(204)
    public void reset(@Nullable Reset reset) {
        traffic.clear();
        platform.reset(reset != null && reset.clock());
    }
}
