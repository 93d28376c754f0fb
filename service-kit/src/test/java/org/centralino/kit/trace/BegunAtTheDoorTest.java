package org.centralino.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class BegunAtTheDoorTest {
    private final Spans spans = new Spans();

    @Test
    void a_request_begins_a_trace() {
        assertThat(isFollowed(SpanKind.SERVER)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = "SERVER", mode = Mode.EXCLUDE)
    void what_a_service_does_on_its_own_account_begins_none(SpanKind kind) {
        assertThat(isFollowed(kind)).isFalse();
    }

    private boolean isFollowed(SpanKind kind) {
        return spans.telemetry()
                .getTracer("test")
                .spanBuilder("SELECT")
                .setSpanKind(kind)
                .startSpan()
                .getSpanContext()
                .isSampled();
    }
}
