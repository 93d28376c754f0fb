package org.centralino.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TellsOnlyTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-%s-b7ad6b7169203331-01".formatted(TRACE);

    private final TellsOnly propagator = new TellsOnly(W3CTraceContextPropagator.getInstance());

    @Test
    void a_service_is_told_of_the_trace_that_was_begun_here() {
        var headers = new HashMap<String, String>();

        propagator.inject(begunHere(), headers, Map::put);

        assertThat(headers).containsExactly(Map.entry("traceparent", PARENT));
    }

    @Test
    void what_a_stranger_says_of_his_trace_is_not_heard() {
        var heard = propagator.extract(Context.root(), Map.of("traceparent", PARENT), new Headers());

        assertThat(Span.fromContext(heard).getSpanContext().isValid()).isFalse();
    }

    private static Context begunHere() {
        return Context.root()
                .with(Span.wrap(SpanContext.create(
                        TRACE, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault())));
    }

    private static final class Headers implements TextMapGetter<Map<String, String>> {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public String get(Map<String, String> headers, String name) {
            return headers.get(name);
        }
    }
}
