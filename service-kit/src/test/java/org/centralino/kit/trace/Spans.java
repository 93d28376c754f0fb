package org.centralino.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;

/// What a service tells of its traces, kept here.
public final class Spans {
    private final InMemorySpanExporter told = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .setSampler(Sampler.parentBased(new BegunAtTheDoor(Sampler.alwaysOn())))
                    .addSpanProcessor(SimpleSpanProcessor.create(new DiscreetExporter(told)))
                    .build())
            .build();

    public OpenTelemetrySdk telemetry() {
        return telemetry;
    }

    public Tracing tracing() {
        return new Tracing(telemetry);
    }

    /// @return the spans that have ended, in the order of their ends
    public List<SpanData> told() {
        return told.getFinishedSpanItems();
    }

    /// @return a span of another service whose trace is followed
    public static Span elsewhere(String traceId, String spanId) {
        return Span.wrap(
                SpanContext.createFromRemoteParent(traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault()));
    }
}
