package org.centralino.local.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.centralino.local.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @TempDir
    private Path root;

    @Test
    void what_can_be_worked_on_is_named_to_who_asks_for_something_else() {
        assertThatThrownBy(() -> run("dev", "keycloak"))
                .isInstanceOf(StackException.class)
                .hasMessage(
                        "Work on what? One of: web, simulator, conversation, assignment, notes, outbound, gateway.");
    }

    @Test
    void an_option_that_there_is_not_is_refused_before_anything_is_started() {
        assertThatThrownBy(() -> run("up", "--detached"))
                .isInstanceOf(StackException.class)
                .hasMessage(
                        "'up' does not know --detached. It takes --fresh, --detach, --replicas N, --observe and --tokens.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "0", "5", "-1", "1000000"})
    void a_number_of_replicas_that_no_machine_takes_is_refused_before_anything_is_started(String wanted) {
        assertThatThrownBy(() -> run("up", "--replicas", wanted))
                .isInstanceOf(StackException.class)
                .hasMessage("--replicas takes a number from 1 to 4, not '%s'.".formatted(wanted));
    }

    private int run(String... words) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Commands(root, nowhere).run(List.of(words));
    }
}
