package org.centralino.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an event says of the trace that it belongs to: the value of W3C's `traceparent`, as the distributed tracing
/// extension of CloudEvents has it.
///
/// Only what is sampled is told: the events of all other traces are as if there were none.
public final class TraceParent {
    private static final String NAME = "traceparent";
    private static final W3CTraceContextPropagator FORM = W3CTraceContextPropagator.getInstance();

    private TraceParent() {}

    /// @return the span that this is called in; null unless it is sampled
    public static @Nullable String current() {
        if (!Span.current().getSpanContext().isSampled()) {
            return null;
        }
        var told = new HashMap<String, String>();
        FORM.inject(Context.current(), told, (carrier, name, value) -> {
            if (carrier != null) {
                carrier.put(name, value);
            }
        });
        return told.get(NAME);
    }

    /// @param told by an event
    /// @return whose children what it causes are; the root when it says nothing that can be read
    public static Context read(String told) {
        return FORM.extract(Context.root(), told, new Only());
    }

    private static final class Only implements TextMapGetter<String> {
        @Override
        public Iterable<String> keys(String told) {
            return List.of(NAME);
        }

        @Override
        public @Nullable String get(@Nullable String told, String name) {
            return name.equals(NAME) ? told : null;
        }
    }
}
