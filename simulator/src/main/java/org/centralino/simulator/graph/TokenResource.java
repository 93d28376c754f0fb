package org.centralino.simulator.graph;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Fact;

/// The system user's page at the platform: a new access token is made, and the one before is good for nothing.
@Path("/control/token")
class TokenResource {
    private final Platform platform;

    TokenResource(Platform platform) {
        this.platform = platform;
    }

    record Made(String token) {}

    @POST
    public Made make() {
        var token = "EAAG" + UUID.randomUUID().toString().replace("-", "");
        platform.change(change -> {
            change.add(new Fact.TokenMade(token));
            return token;
        });
        return new Made(token);
    }
}
