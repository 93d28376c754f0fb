package org.centralino.system.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.centralino.system.stack.Api;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;

/// What Zipkin's server knows of the product's traces.
final class Traces {
    private static final Duration LONGER_THAN_SPANS_ARE_GATHERED = Duration.ofMinutes(1);
    private static final String ALL =
            "/api/v2/traces?limit=2000&lookback=" + Duration.ofHours(1).toMillis();

    private final Api zipkin;

    Traces(RunningStack stack) {
        this.zipkin = stack.anonymous().at(stack.ports().zipkin());
    }

    /// Waits for one trace that has all of these.
    ///
    /// @param steps the service and what it does, as in `conversation: process centralino.whatsapp.v1`
    void await(String... steps) {
        Patience.await("one trace has all of " + List.of(steps))
                .atMost(LONGER_THAN_SPANS_ARE_GATHERED)
                .until(() -> all().stream().map(Traces::steps).anyMatch(found -> found.containsAll(Set.of(steps))));
    }

    /// @return every span, as it was told
    List<String> spans() {
        return all().stream()
                .flatMap(trace -> StreamSupport.stream(trace.spliterator(), false))
                .map(JsonNode::toString)
                .toList();
    }

    private List<JsonNode> all() {
        return StreamSupport.stream(zipkin.get(ALL).json().spliterator(), false).toList();
    }

    private static Set<String> steps(JsonNode trace) {
        return StreamSupport.stream(trace.spliterator(), false)
                .map(span -> "%s: %s"
                        .formatted(
                                span.at("/localEndpoint/serviceName").asText(),
                                span.path("name").asText()))
                .collect(Collectors.toSet());
    }
}
