package org.centralino.local.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

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
        var missing = stack.all().stream().filter(part -> !part.isRunning()).toList();
        if (missing.size() == stack.all().size()
                && missing.stream().noneMatch(part -> part.process().isExpected())) {
            out.println("  Nothing is running. './centralino up' starts everything.");
            return false;
        }
        out.printf("  %-14s %-10s %8s %7s %8s   %s%n", "", "state", "pid", "port", "MiB", "for");
        stack.all().forEach(this::print);
        out.printf("  %-14s %-10s %8s %7s %,8d%n", "all", "", "", "", Memory.mebibytesOf(stack.all()));
        if (!missing.isEmpty()) {
            var names = missing.stream().map(Part::title).collect(Collectors.joining(", "));
            out.printf("%n  Not running: %s. './centralino up' starts what is missing.%n", names);
        }
        if (stack.startCaches().isUnderWay()) {
            out.printf("%n  Start caches are being written in the background.%n");
        }
        return missing.isEmpty();
    }

    private void print(Part part) {
        var process = part.process().find();
        if (process.isEmpty()) {
            out.printf("  %-14s %s%n", part.title(), part.process().isExpected() ? "DIED" : "stopped");
            return;
        }
        out.printf(
                "  %-14s %-10s %8d %7d %8d   %s%n",
                part.title(),
                part.ready().getAsBoolean() ? "ready" : "not ready",
                process.get().pid(),
                part.port().number(),
                Memory.mebibytes(process.get()),
                since(process.get()));
    }

    private static String since(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .map(time -> "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart()))
                .orElse("?");
    }
}
