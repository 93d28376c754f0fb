package org.centralino.kit.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;

/// Makes the spans that no library makes for us.
@Singleton
public class Tracing {
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<Long> RECORDS = AttributeKey.longKey("messaging.batch.message_count");

    private final Tracer tracer;

    public Tracing(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("org.centralino");
    }

    /// Handles events of which some may belong to traces. Several are handled as one piece of work, which has one
    /// span: it is a child of the first event's, and linked to the others'. Whatever the work asks, writes
    /// and tells belongs to it.
    ///
    /// @param records how many are handled
    /// @param traceParents what they say of their traces
    /// @param work to be carried out in a Vert.x context of its own
    public <T> Uni<T> handling(String topic, int records, List<String> traceParents, Supplier<Uni<T>> work) {
        var parents = traceParents.stream()
                .distinct()
                .map(TraceParent::read)
                .filter(parent -> Span.fromContext(parent).getSpanContext().isSampled())
                .toList();
        if (parents.isEmpty()) {
            return work.get();
        }
        var span = tracer.spanBuilder("process " + topic)
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(parents.getFirst())
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(TOPIC, topic)
                .setAttribute(RECORDS, (long) records);
        parents.stream()
                .skip(1)
                .forEach(other -> span.addLink(Span.fromContext(other).getSpanContext()));
        var started = span.startSpan();
        return in(Context.root().with(started), work)
                .onFailure()
                .invoke(_ -> started.setStatus(StatusCode.ERROR))
                .onTermination()
                .invoke(() -> started.end());
    }

    /// Carries work over to another Vert.x context of its own, with the trace that it belongs to.
    ///
    /// @param trace stays current in that context, which nobody else uses: what the work begins and does not
    ///     wait for, such as a call, belongs to it as well
    @SuppressWarnings("MustBeClosedChecker")
    public static <T> Uni<T> in(Context trace, Supplier<Uni<T>> work) {
        trace.makeCurrent();
        return Uni.createFrom().deferred(work::get);
    }

    /// A call to somebody outside, who is not told of our traces.
    ///
    /// @param name what is called, without anything that is about a person
    public <T> Uni<T> calling(String name, Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> {
            if (!Span.current().getSpanContext().isSampled()) {
                return call.get();
            }
            var span = tracer.spanBuilder(name).setSpanKind(SpanKind.CLIENT).startSpan();
            return call.get()
                    .onFailure()
                    .invoke(_ -> span.setStatus(StatusCode.ERROR))
                    .onTermination()
                    .invoke(() -> span.end());
        });
    }

    /// @param name what is begun
    /// @param traceParent of the event that it is begun for
    /// @return a span that whoever asked for it ends
    public Span begin(String name, SpanKind kind, String traceParent) {
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(TraceParent.read(traceParent))
                .startSpan();
    }
}
