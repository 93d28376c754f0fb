package org.centralino.simulator.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Errors of the control API as problems, and the guard before it: another site's page, open in the same
/// browser, may not press its buttons.
class ProblemMappers {

    @ServerExceptionMapper
    Response known(ProblemException thrown) {
        return thrown.problem().response();
    }

    @ServerExceptionMapper
    Response unreadable(MismatchedInputException thrown) {
        var where = thrown.getPathReference().replaceAll("[\\w.$]+\\[\"(\\w+)\"\\]", "$1");
        return Problem.of(400, "invalid-request", "The request cannot be understood", "Look at " + where)
                .response();
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException thrown) {
        return Problem.of(400, "invalid-request", "The body is not JSON", thrown.getOriginalMessage())
                .response();
    }

    @ServerExceptionMapper
    Response unreadable(WebApplicationException thrown) {
        if (thrown.getCause() instanceof MismatchedInputException mismatch) {
            return unreadable(mismatch);
        }
        if (thrown.getCause() instanceof JsonProcessingException broken) {
            return unreadable(broken);
        }
        return thrown.getResponse();
    }

    @ServerRequestFilter
    @Nullable
    Response guard(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        var foreign = "cross-site".equals(site);
        if (foreign && request.getUriInfo().getPath().startsWith("/control")) {
            return Problem.of(403, "not-allowed", "Not from another site", "Open the simulator's own page.")
                    .response();
        }
        return null;
    }
}
