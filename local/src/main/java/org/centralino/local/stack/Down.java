package org.centralino.local.stack;

import java.io.PrintStream;
import java.util.List;

/// Stops everything in order: those who use a thing before the thing.
final class Down {
    private final Stack stack;
    private final PrintStream out;

    Down(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    void stop() {
        sideBySide(stack.others());
        sideBySide(List.of(stack.kafka(), stack.postgres()));
        out.println("  Everything is stopped.");
    }

    private void sideBySide(List<Part> parts) {
        var threads = parts.stream()
                .map(part -> Thread.ofVirtual().start(() -> stop(part)))
                .toList();
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void stop(Part part) {
        var ran = part.isRunning();
        part.stop().run();
        if (ran) {
            out.printf("  ✓ %s stopped%n", part.title());
        }
    }
}
