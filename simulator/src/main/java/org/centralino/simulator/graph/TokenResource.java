package org.centralino.simulator.graph;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.Fault;
import org.centralino.simulator.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The system user's page at the platform: a new access token is made, and the one before is good for nothing.
@Path("/control/token")
class TokenResource {
    private final Platform platform;

    TokenResource(Platform platform) {
        this.platform = platform;
    }

    record Made(String token) {}

    /// @param number the Graph id of the number that is called by it from now on; null for all that have none of
    ///     their own
    /// @param scopes what it permits; null for all that an inbox needs
    /// @param expires in how much of the platform's time it expires (ISO 8601); null for never
    record Wanted(
            @Nullable String number,
            @Nullable List<String> scopes,
            @Nullable String expires) {}

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Made make(@Nullable Wanted body) {
        var wanted = body == null ? new Wanted(null, null, null) : body;
        var token = "EAAG" + UUID.randomUUID().toString().replace("-", "");
        platform.record(change -> {
            var number = wanted.number();
            if (number != null && change.state().number(number).isEmpty()) {
                throw Problem.invalid(
                        new Problem.Violation("number", "number-unknown", "There is no business number with this id."));
            }
            if (change.state().faults().contains(Fault.TOKEN_EXPIRED)) {
                var others = EnumSet.copyOf(change.state().faults());
                others.remove(Fault.TOKEN_EXPIRED);
                change.add(new Fact.FaultsSwitched(Set.copyOf(others)));
            }
            var expires = wanted.expires();
            change.add(new Fact.TokenMade(
                    token,
                    number,
                    wanted.scopes(),
                    expires == null ? null : change.now().plus(span(expires))));
        });
        return new Made(token);
    }

    private static Duration span(String written) {
        try {
            return Duration.parse(written);
        } catch (DateTimeException none) {
            throw Problem.invalid(
                    new Problem.Violation("expires", "span-invalid", "This is no span of time, such as PT72H."));
        }
    }
}
