package org.centralino.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.centralino.local.state.StateFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    private Path folder;

    private ChildProcess process;

    @BeforeEach
    void nameIt() {
        process = new ChildProcess("sleeper", new StateFolder(folder, folder, false));
    }

    @AfterEach
    void endIt() {
        process.stop("KILL");
    }

    @Test
    void it_is_found_by_whoever_comes_next() {
        var started = process.start(List.of("sleep", "1000"), Map.of());

        var next = new ChildProcess("sleeper", new StateFolder(folder, folder, false));

        assertThat(next.find()).contains(started);
        assertThat(next.isExpected()).isTrue();
    }

    @Test
    void one_that_was_killed_is_missed() {
        process.start(List.of("sleep", "1000"), Map.of());

        process.kill();

        assertThat(process.find()).isEmpty();
        assertThat(process.isExpected()).isTrue();
    }

    @Test
    void one_that_was_stopped_is_not_missed() {
        var started = process.start(List.of("sleep", "1000"), Map.of());

        process.stop("TERM");

        assertThat(started.isAlive()).isFalse();
        assertThat(process.isExpected()).isFalse();
    }

    @Test
    void one_that_runs_in_this_terminal_is_found_meanwhile_and_not_missed_afterwards() {
        var running = CompletableFuture.supplyAsync(() -> process.runHere(List.of("sleep", "1000"), Map.of(), folder));
        while (process.find().isEmpty()) {
            Waiting.pause();
        }

        process.stop("TERM");

        assertThat(running).succeedsWithin(1, TimeUnit.MINUTES).isEqualTo(128 + 15);
        assertThat(process.isExpected()).isFalse();
    }

    @Test
    void what_it_says_stands_in_its_log() throws IOException {
        var started = process.start(List.of("sh", "-c", "echo one; echo two >&2"), Map.of());
        started.onExit().join();

        assertThat(Files.readAllLines(process.log())).containsExactly("one", "two");
    }
}
