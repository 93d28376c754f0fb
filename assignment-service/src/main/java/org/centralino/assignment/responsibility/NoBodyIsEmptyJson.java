package org.centralino.assignment.responsibility;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Taking a conversation needs no body. A client that sends none names no kind of body either, or a
/// meaningless one, and would be refused for it.
class NoBodyIsEmptyJson {

    @ServerRequestFilter(preMatching = true)
    public void nameIt(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.POST) && hasNoBody(request)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    private static boolean hasNoBody(ContainerRequestContext request) {
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return Objects.requireNonNullElse(length, "0").equals("0")
                && request.getHeaderString("Transfer-Encoding") == null;
    }
}
