package org.centralino.local.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.centralino.local.StackException;
import org.centralino.local.port.Port;
import org.centralino.local.port.PortCheck;
import org.centralino.local.process.Waiting;

/// `./centralino up`: starts what is not running, says what it does, and in the foreground watches over it.
final class Up {
    private static final long GIBIBYTE = 1024L * 1024 * 1024;
    private static final int RESTARTS = 3;

    private final Stack stack;
    private final PrintStream out;
    private volatile boolean stopping;

    Up(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /// @return when everything is ready
    void start() {
        var began = System.nanoTime();
        var missing = stack.all().stream().filter(part -> !part.isRunning()).toList();
        checkSpace();
        PortCheck.allFree(missing.stream()
                .flatMap(part -> Stream.of(part.port(), part.secondPort()))
                .filter(Objects::nonNull));
        sideBySide(Stream.of(stack.postgres(), stack.kafka())
                .filter(missing::contains)
                .toList());
        sideBySide(stack.others().stream().filter(missing::contains).toList());
        sayReady(Duration.ofNanos(System.nanoTime() - began));
    }

    /// Stays until it is told to stop, and brings back what dies.
    void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping = true;
            out.println();
            new Down(stack, out).stop();
        }));
        out.println("  Ctrl-C stops everything.");
        Map<String, Integer> restarts = new HashMap<>();
        while (!stopping) {
            for (var part : stack.all()) {
                if (!stopping && !part.isRunning() && part.process().isExpected()) {
                    bringBack(part, restarts.merge(part.title(), 1, Integer::sum));
                }
            }
            Waiting.pause();
        }
    }

    private void bringBack(Part part, int time) {
        if (time > RESTARTS) {
            if (time == RESTARTS + 1) {
                out.printf(
                        "  ✗ %s died again and stays down; see %s. './centralino up' in another terminal brings it back.%n",
                        part.title(), part.process().log());
            }
            return;
        }
        out.printf("  ! %s died; starting it again%n", part.title());
        step(part);
    }

    private void sideBySide(List<Part> parts) {
        var failures = new ConcurrentLinkedQueue<RuntimeException>();
        var threads = parts.stream()
                .map(part -> Thread.ofVirtual().start(() -> {
                    try {
                        step(part);
                    } catch (RuntimeException failure) {
                        failures.add(failure);
                    }
                }))
                .toList();
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StackException("interrupted", stopped);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.peek();
        }
    }

    private void step(Part part) {
        var began = System.nanoTime();
        part.start().run();
        out.printf(
                "  ✓ %-14s %5.1f s   127.0.0.1:%d%n",
                part.title(), (System.nanoTime() - began) / 1e9, part.port().number());
    }

    private void sayReady(Duration took) {
        var memory = stack.all().stream()
                .flatMap(part -> part.process().find().stream())
                .mapToLong(Memory::mebibytes)
                .sum();
        out.printf("%n  Ready in %.1f s, %,d MiB of memory in all.%n%n", took.toMillis() / 1e3, memory);
        out.printf("  Inbox            http://localhost:%d%n", Port.GATEWAY.number());
        out.printf("  Customer's phone http://localhost:%d%n", Port.SIMULATOR.number());
        out.printf("  Keycloak         http://localhost:%d/admin (admin, local-admin)%n%n", Port.KEYCLOAK.number());
        out.println("  Sign in as anna or bruno (operators), carla (supervisor), dario (admin) or elena (viewer);");
        out.println("  the password is centralino. Use a private window for each, to be several people at once.");
        out.println();
    }

    private void checkSpace() {
        try {
            var free = Files.getFileStore(stack.state().run()).getUsableSpace();
            if (free < GIBIBYTE) {
                throw new StackException(
                        "Only %d MiB are free where %s is; Centralino needs at least 1024. Free some space and try again."
                                .formatted(free / 1024 / 1024, stack.state().folder()));
            }
        } catch (IOException unknown) {
            throw new StackException("The state folder cannot be used: " + unknown.getMessage(), unknown);
        }
    }
}
