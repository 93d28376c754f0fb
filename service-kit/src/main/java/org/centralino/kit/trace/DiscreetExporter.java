package org.centralino.kit.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Lets out of a span what is known to be about nobody, and nothing else: addresses have queries, exceptions quote
/// what broke them, clients have IP addresses. What a library writes into spans tomorrow stays inside as well.
///
/// @param exporter who is told the rest
record DiscreetExporter(SpanExporter exporter) implements SpanExporter {
    private static final Set<String> LET_OUT = Set.of(
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "server.address",
            "server.port",
            "error.type",
            "db.system",
            "db.system.name",
            "db.operation",
            "db.operation.name",
            "db.sql.table",
            "db.collection.name",
            // Literals are replaced before, and ours have parameters.
            "db.statement",
            "db.query.text",
            "messaging.system",
            "messaging.destination.name",
            "messaging.batch.message_count",
            "centralino.sockets");

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(Discreet::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class Discreet extends DelegatingSpanData {
        private final Attributes attributes;

        Discreet(SpanData span) {
            super(span);
            this.attributes = span.getAttributes().toBuilder()
                    .removeIf(key -> !isLetOut(key))
                    .build();
        }

        private static boolean isLetOut(AttributeKey<?> key) {
            return LET_OUT.contains(key.getKey());
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        /// Exceptions, with their messages.
        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }

        /// The description is an exception's message, too.
        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
