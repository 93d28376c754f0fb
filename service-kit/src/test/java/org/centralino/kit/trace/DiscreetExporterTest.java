package org.centralino.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DiscreetExporterTest {
    private final Spans spans = new Spans();

    @Test
    void what_is_about_nobody_leaves() {
        end(span -> span.setAttribute("http.route", "/api/conversations/{id}")
                .setAttribute("http.response.status_code", 200)
                .setAttribute("db.query.text", "select * from message where id = $1"));

        assertThat(spans.told().getFirst().getAttributes().asMap().keySet())
                .extracting(AttributeKey::getKey)
                .containsExactlyInAnyOrder("http.route", "http.response.status_code", "db.query.text");
    }

    @Test
    void what_may_be_about_somebody_stays() {
        end(span -> span.setAttribute("url.query", "hub.verify_token=secret")
                .setAttribute("url.full", "https://graph.example/v25.0/510000000000023/messages")
                .setAttribute("url.path", "/api/contacts/393331234567")
                .setAttribute("client.address", "192.0.2.7")
                .setAttribute("user_agent.original", "A browser")
                .setAttribute("what.a.library.thinks.of.next", "Maria Rossi")
                .recordException(new IllegalStateException("Key (phone)=(393331234567) already exists"))
                .setStatus(StatusCode.ERROR, "Key (phone)=(393331234567) already exists"));

        var told = spans.told().getFirst();
        assertThat(told.getAttributes().isEmpty()).isTrue();
        assertThat(told.getEvents()).isEmpty();
        assertThat(told.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(told.getStatus().getDescription()).isEmpty();
    }

    private void end(Consumer<Span> work) {
        var span = spans.telemetry()
                .getTracer("test")
                .spanBuilder("GET")
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        work.accept(span);
        span.end();
    }
}
