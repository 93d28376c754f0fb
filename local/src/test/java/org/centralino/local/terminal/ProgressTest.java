package org.centralino.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.centralino.local.StackException;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false);

    @Test
    void a_step_that_is_done_is_said_with_its_seconds() {
        progress.step("Kafka", "127.0.0.1:9092", () -> {});

        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualTo("  ✓ Kafka                   0.0 s   127.0.0.1:9092\n");
    }

    @Test
    void a_step_that_fails_is_said_too_and_the_reason_goes_on() {
        assertThatThrownBy(() -> progress.step("Kafka", "", () -> {
                    throw new StackException("why");
                }))
                .hasMessage("why");

        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("  ✗ Kafka");
    }

    @Test
    void when_everything_ends_failures_are_not_worth_a_word() {
        progress.end();

        assertThatThrownBy(() -> progress.step("Kafka", "", () -> {
                    throw new StackException("stopped");
                }))
                .isInstanceOf(StackException.class);
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
