package org.centralino.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.centralino.local.state.StateFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapeTest {
    @TempDir
    private Path folder;

    private StateFolder state;

    @BeforeEach
    void make() {
        state = new StateFolder(folder, folder, false);
    }

    @Test
    void what_was_asked_for_is_remembered_until_everything_is_stopped() {
        var wanted = Shape.USUAL.withReplicas("2").observed().tokens();

        wanted.remember(state);

        assertThat(Shape.of(state)).isEqualTo(wanted);
        Shape.forget(state);
        assertThat(Shape.of(state)).isEqualTo(Shape.USUAL);
    }

    @Test
    void who_asked_only_for_replicas_has_nothing_else() {
        Shape.USUAL.withReplicas("3").remember(state);

        assertThat(Shape.of(state)).isEqualTo(new Shape(3, false, false));
    }

    @Test
    void it_is_told_in_words() {
        assertThat(new Shape(2, true, true)).hasToString("2 of each service, with --observe, with --tokens");
        assertThat(Shape.USUAL).hasToString("1 of each service");
    }
}
