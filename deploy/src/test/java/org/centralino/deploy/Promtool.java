package org.centralino.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Prometheus' own judgement of its files.
final class Promtool {
    static final String MISSING =
            "promtool is not on the PATH, so the alerts were not tried (Debian: apt-get install prometheus)";

    private Promtool() {}

    record Result(int code, String said) {}

    static boolean isThere() {
        try {
            return run(List.of("promtool", "--version")).code() == 0;
        } catch (UncheckedIOException absent) {
            return false;
        }
    }

    static Result check(Path rules) {
        return run(List.of("promtool", "check", "rules", rules.toString()));
    }

    static Result test(Path tests) {
        return run(List.of("promtool", "test", "rules", tests.toString()));
    }

    private static Result run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), said);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
