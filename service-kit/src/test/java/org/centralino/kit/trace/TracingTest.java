package org.centralino.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.centralino.kit.retry.OnEventLoop;
import org.centralino.kit.retry.OwnContext;
import org.centralino.kit.retry.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final String TOPIC = "centralino.notes.v1";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String ANOTHER = "1bf7651916cd43dd8448eb211c80319d";
    private static final String IN_TRACE = "00-%s-b7ad6b7169203331-01".formatted(TRACE);
    private static final String IN_ANOTHER = "00-%s-c8ad6b7169203332-01".formatted(ANOTHER);
    private static final String NOT_FOLLOWED = "00-2cf7651916cd43dd8448eb211c80319e-d9ad6b7169203333-00";

    private final Spans spans = new Spans();
    private final Tracing tracing = spans.tracing();
    private final OnEventLoop loop = new OnEventLoop();

    @AfterEach
    void stop() {
        loop.close();
    }

    @Test
    void what_is_handled_together_is_a_child_of_the_first_trace_and_linked_to_the_others() throws Exception {
        handle(List.of(IN_TRACE, IN_ANOTHER, IN_TRACE), () -> Uni.createFrom().voidItem());

        var span = spans.told().getFirst();
        assertThat(span.getName()).isEqualTo("process centralino.notes.v1");
        assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(span.getLinks())
                .extracting(LinkData::getSpanContext)
                .extracting(SpanContext::getTraceId)
                .containsExactly(ANOTHER);
    }

    @Test
    void what_the_work_tells_belongs_to_its_span_also_after_a_pause_and_when_it_is_over() throws Exception {
        var told = new CopyOnWriteArrayList<String>();

        loop.await(() -> OwnContext.on(
                loop.context(),
                () -> tracing.handling(
                                TOPIC,
                                1,
                                List.of(IN_TRACE),
                                () -> Pause.of(Duration.ofMillis(1)).invoke(() -> told.add(TraceParent.current())))
                        .invoke(() -> told.add(TraceParent.current()))));
        var ofOthers = loop.await(() -> OwnContext.on(
                loop.context(), () -> Uni.createFrom().item(() -> String.valueOf(TraceParent.current()))));

        var ofTheWork = "00-%s-%s-01".formatted(TRACE, spans.told().getFirst().getSpanId());
        assertThat(told).containsExactly(ofTheWork, ofTheWork);
        assertThat(ofOthers).isEqualTo("null");
    }

    @Test
    void what_belongs_to_no_trace_that_is_followed_begins_none() throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        Supplier<Uni<Void>> work = () -> {
            told.add(String.valueOf(TraceParent.current()));
            return Uni.createFrom().voidItem();
        };

        handle(List.of(), work);
        handle(List.of(NOT_FOLLOWED), work);
        handle(List.of("what no service of ours wrote"), work);

        assertThat(told).containsExactly("null", "null", "null");
        assertThat(spans.told()).isEmpty();
    }

    @Test
    void work_that_fails_is_marked_without_its_words() {
        assertThatException()
                .isThrownBy(() -> handle(
                        List.of(IN_TRACE),
                        () -> Uni.createFrom()
                                .failure(new IllegalStateException("Key (phone)=(393331234567) already exists"))));

        var span = spans.told().getFirst();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.toString()).doesNotContain("393331234567");
    }

    @Test
    void a_call_is_a_child_of_the_work_that_makes_it() throws Exception {
        handle(
                List.of(IN_TRACE),
                () -> tracing.calling("POST messages", () -> Uni.createFrom().voidItem()));

        var call = spans.told().getFirst();
        var work = spans.told().getLast();
        assertThat(call.getName()).isEqualTo("POST messages");
        assertThat(call.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(call.getParentSpanId()).isEqualTo(work.getSpanId());
    }

    @Test
    void a_call_that_belongs_to_nothing_is_not_followed() throws Exception {
        loop.await(() -> tracing.calling("POST messages", () -> Uni.createFrom().voidItem()));

        assertThat(spans.told()).isEmpty();
    }

    private void handle(List<String> traceParents, Supplier<Uni<Void>> work) throws Exception {
        loop.await(() ->
                OwnContext.on(loop.context(), () -> tracing.handling(TOPIC, traceParents.size(), traceParents, work)));
    }
}
