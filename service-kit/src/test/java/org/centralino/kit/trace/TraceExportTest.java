package org.centralino.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// By the protocol's own published schema, as any collector reads it.
class TraceExportTest {
    private final List<ExportTraceServiceRequest> heard = new CopyOnWriteArrayList<>();
    private HttpServer collector;

    @BeforeEach
    void listen() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            heard.add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    @Test
    void a_collector_hears_by_otlp_over_http_which_service_did_what() {
        var processor = new TraceExport(to(collector.getAddress())).processor();
        var service = Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "conversation"));
        var tracers = SdkTracerProvider.builder()
                .setResource(service)
                .addSpanProcessor(processor)
                .build();

        var span = tracers.get("test").spanBuilder("record").startSpan();
        span.end();
        processor.forceFlush().join(30, TimeUnit.SECONDS);

        assertThat(heard).singleElement().satisfies(request -> {
            var told = request.getResourceSpans(0);
            assertThat(told.getResource().getAttributesList())
                    .anySatisfy(attribute -> assertThat(attribute.getKey() + "="
                                    + attribute.getValue().getStringValue())
                            .isEqualTo("service.name=conversation"));
            assertThat(told.getScopeSpans(0).getSpans(0).getName()).isEqualTo("record");
        });
    }

    private static TraceConfig to(InetSocketAddress collector) {
        return new TraceConfig() {
            @Override
            public Destination to() {
                return Destination.OTLP;
            }

            @Override
            public URI url() {
                return URI.create("http://127.0.0.1:%d/".formatted(collector.getPort()));
            }

            @Override
            public double sampled() {
                return 1;
            }
        };
    }
}
