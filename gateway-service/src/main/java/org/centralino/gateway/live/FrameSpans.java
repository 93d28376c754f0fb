package org.centralino.gateway.live;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.centralino.gateway.live.domain.LiveEvent;
import org.centralino.kit.trace.Tracing;

/// The last steps of traces: an event is given to the sockets of one event loop. A span for each socket would be
/// thousands for one event.
///
/// It belongs to that event loop.
final class FrameSpans {
    private static final AttributeKey<Long> SOCKETS = AttributeKey.longKey("centralino.sockets");

    private final Tracing tracing;
    private final Map<LiveEvent, Frame> open = new LinkedHashMap<>();

    private static final class Frame {
        private final Span span;
        private long sockets;

        Frame(Span span) {
            this.span = span;
        }
    }

    FrameSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    /// One more socket was given the event.
    void sent(LiveEvent event) {
        var traceParent = event.traceParent();
        if (traceParent != null) {
            open.computeIfAbsent(event, _ -> new Frame(tracing.begin("write frame", SpanKind.PRODUCER, traceParent)))
                    .sockets++;
        }
    }

    /// For now, all sockets have been given what there was.
    void end() {
        if (!open.isEmpty()) {
            open.values()
                    .forEach(frame ->
                            frame.span.setAttribute(SOCKETS, frame.sockets).end());
            open.clear();
        }
    }
}
