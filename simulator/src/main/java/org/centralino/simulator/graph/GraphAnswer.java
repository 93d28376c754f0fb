package org.centralino.simulator.graph;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.journal.PlainJson;

/// An answer of the Graph API as it goes over the wire.
final class GraphAnswer {
    private GraphAnswer() {}

    /// @return the answer to a call that says nothing but that it was done
    static Response success() {
        return of(200, Map.of("success", true));
    }

    static Response of(GraphError error) {
        return of(error.http(), error.body("A"));
    }

    static Response of(int status, Map<String, Object> body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(PlainJson.write(body))
                .build();
    }
}
