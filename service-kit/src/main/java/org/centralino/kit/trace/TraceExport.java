package org.centralino.kit.trace;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.zipkin.ZipkinSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import zipkin2.reporter.BytesMessageSender;
import zipkin2.reporter.urlconnection.URLConnectionSender;

/// Which traces are followed, and who is told of them. OpenTelemetry asks for it at the start, unless traces are off.
@Singleton
class TraceExport {
    private static final int LAST_SPANS_SECONDS = 2;

    private final TraceConfig config;

    TraceExport(TraceConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    Sampler sampler() {
        return Sampler.parentBased(new BegunAtTheDoor(Sampler.traceIdRatioBased(config.sampled())));
    }

    @Produces
    @Singleton
    SpanProcessor processor() {
        return BatchSpanProcessor.builder(new DiscreetExporter(exporter())).build();
    }

    void tellTheLast(@Disposes SpanProcessor processor) {
        processor.shutdown().join(LAST_SPANS_SECONDS, TimeUnit.SECONDS);
    }

    private SpanExporter exporter() {
        var url = config.url().toString().replaceFirst("/+$", "");
        return switch (config.to()) {
            case OTLP ->
                OtlpHttpSpanExporter.builder().setEndpoint(url + "/v1/traces").build();
            case ZIPKIN -> {
                BytesMessageSender sender = URLConnectionSender.create(url + "/api/v2/spans");
                yield ZipkinSpanExporter.builder().setSender(sender).build();
            }
            case OFF -> SpanExporter.composite();
        };
    }
}
