package org.centralino.local.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/// `./centralino status`: what runs, what died, and where.
final class Status {
    private final Stack stack;
    private final PrintStream out;

    Status(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /// @return whether everything runs
    boolean print() {
        out.printf("  %-14s %-8s %8s %7s %8s   %s%n", "", "state", "pid", "port", "MiB", "since");
        var complete = true;
        for (var part : stack.all()) {
            var process = part.process().find();
            complete &= process.isPresent();
            if (process.isPresent()) {
                var handle = process.get();
                out.printf(
                        "  %-14s %-8s %8d %7d %8d   %s%n",
                        part.title(),
                        "running",
                        handle.pid(),
                        part.port().number(),
                        Memory.mebibytes(handle),
                        since(handle));
            } else {
                out.printf("  %-14s %s%n", part.title(), part.process().isExpected() ? "DIED" : "stopped");
            }
        }
        if (!complete) {
            out.printf("%n  './centralino up' starts what is missing.%n");
        }
        return complete;
    }

    private static String since(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .map(time -> "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart()))
                .orElse("?");
    }
}
