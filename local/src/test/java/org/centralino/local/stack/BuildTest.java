package org.centralino.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.centralino.local.StackException;
import org.centralino.local.terminal.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    private static final List<String> STALE = List.of("notes-service", "gateway-service");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path root;

    @Test
    void a_service_may_start_as_soon_as_it_is_built() throws Exception {
        var build = buildBy("""
                echo '  ✓ notes service            22 s   built'
                while [ ! -e started ]; do sleep 0.05; done
                echo '  ✓ gateway service          16 s   built'""");
        var running = CompletableFuture.runAsync(build::run);

        build.made("notes-service").get(1, TimeUnit.MINUTES);
        assertThat(build.made("gateway-service")).isNotDone();

        Files.createFile(root.resolve("started"));
        running.get(1, TimeUnit.MINUTES);
        assertThat(build.made("gateway-service")).isCompleted();
    }

    @Test
    void what_is_not_stale_may_start_at_once() throws Exception {
        assertThat(buildBy("exit 1").made("assignment-service")).isCompleted();
    }

    @Test
    void what_the_build_says_is_said_and_its_failure_is_one() throws Exception {
        var build = buildBy("echo 'the build failed: a semicolon is missing' >&2; exit 1");

        assertThatThrownBy(build::run).isInstanceOf(StackException.class);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("a semicolon is missing");
    }

    @Test
    void a_stopped_build_ends_and_nothing_of_it_starts() throws Exception {
        var build = buildBy("touch begun; sleep 600");
        var running = CompletableFuture.runAsync(build::run);
        while (!Files.exists(root.resolve("begun"))) {
            Thread.onSpinWait();
        }

        build.stop();

        assertThat(running)
                .failsWithin(1, TimeUnit.MINUTES)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(StackException.class);
        assertThat(build.made("gateway-service")).isCancelled();
    }

    private Build buildBy(String script) throws IOException {
        var file = root.resolve("centralino");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return new Build(root, STALE, new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false));
    }
}
