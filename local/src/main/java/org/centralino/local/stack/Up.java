package org.centralino.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.centralino.local.StackException;
import org.centralino.local.observe.Prometheus;
import org.centralino.local.port.Port;
import org.centralino.local.port.PortCheck;
import org.centralino.local.state.Caches;
import org.centralino.local.terminal.Progress;
import org.jspecify.annotations.Nullable;

/// `./centralino up`: builds what is stale and starts what is not running, and says what it does.
final class Up {
    private static final long GIBIBYTE = 1024L * 1024 * 1024;
    private static final long NEEDED = 2 * GIBIBYTE;

    private final Stack stack;
    private final Build build;
    private final Predicate<Part> wanted;
    private final Progress progress;
    private final List<Part> started = new ArrayList<>();
    private volatile boolean stopping;
    private volatile boolean givenUp;

    /// @param wanted which parts are to run when it is done
    Up(Stack stack, Build build, Predicate<Part> wanted, Progress progress) {
        this.stack = stack;
        this.build = build;
        this.wanted = wanted;
        this.progress = progress;
    }

    /// Looks at what would stand in the way, before anything is started.
    private void check() {
        var free = freeSpace();
        if (free < NEEDED) {
            throw new StackException(
                    "Only %.1f GiB are free where %s is; Centralino needs 2 GiB. Free some and try again."
                            .formatted((double) free / GIBIBYTE, stack.state().folder()));
        }
        PortCheck.allFree(missing().stream().flatMap(Part::ports));
    }

    private void fetch() {
        if (stack.shape().isObserved() && !stack.zipkin().isFetched()) {
            progress.say("  Zipkin's server is fetched, this once: 86 MB.");
            stack.zipkin().fetch();
        }
    }

    /// Comes back when everything is ready.
    void start() {
        var began = System.nanoTime();
        check();
        fetch();
        Caches.sweep(stack.state().cache());
        stopOutdated();
        stack.update();
        var missing = missing();
        if (!Files.exists(stack.state().data("postgres"))) {
            progress.say(
                    "  The first start makes Keycloak's tables, which takes half a minute. Later starts are faster.");
        }
        try {
            startInOrder(missing);
        } catch (RuntimeException failure) {
            stop();
            throw failure;
        }
        if (givenUp) {
            return;
        }
        sayReady(Duration.ofNanos(System.nanoTime() - began));
        if (stack.startCaches().begin()) {
            progress.say("  In the background, start caches are being written: the next start will be faster.");
        }
    }

    /// Starts nothing more; what ends from now on is ended by somebody, and no failure.
    void giveUp() {
        givenUp = true;
        startNothingMore();
    }

    /// Stops what was started here, also while it is still starting.
    void stop() {
        stopping = true;
        while (true) {
            List<Part> ours;
            synchronized (started) {
                ours = started.stream().filter(Part::isRunning).toList();
            }
            if (ours.isEmpty()) {
                return;
            }
            new Down(stack, progress).stop(ours);
        }
    }

    private void startNothingMore() {
        stopping = true;
        build.stop();
    }

    /// What is being built again cannot go on running: its files are replaced.
    private void stopOutdated() {
        var outdated = stack.all().stream()
                .filter(part -> part.isRunning()
                        && stack.moduleOf(part).filter(build::makes).isPresent())
                .toList();
        if (!outdated.isEmpty()) {
            new Down(stack, progress).stop(outdated);
        }
    }

    private List<Part> missing() {
        return stack.all().stream()
                .filter(part -> !part.isRunning() && wanted.test(part))
                .toList();
    }

    private void startInOrder(List<Part> missing) {
        var failure = new AtomicReference<@Nullable RuntimeException>();
        BiConsumer<Void, @Nullable Throwable> whenFailed = (_, thrown) -> {
            if (thrown != null && !givenUp) {
                failure.compareAndSet(null, cause(thrown));
                startNothingMore();
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var built = CompletableFuture.runAsync(build::run, threads).whenComplete(whenFailed);
            Map<Part, CompletableFuture<Void>> running = new HashMap<>();
            for (var part : stack.all()) {
                if (!missing.contains(part)) {
                    running.put(part, CompletableFuture.completedFuture(null));
                    continue;
                }
                var needed = Stream.concat(
                        stack.neededBy(part).stream().map(running::get),
                        stack.moduleOf(part).map(build::made).stream());
                running.put(
                        part,
                        CompletableFuture.allOf(needed.toArray(CompletableFuture[]::new))
                                .thenRunAsync(() -> start(part), threads)
                                .whenComplete(whenFailed));
            }
            Stream.concat(Stream.of(built), running.values().stream())
                    .forEach(each -> each.exceptionally(_ -> null).join());
        }
        var first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    private void start(Part part) {
        if (stopping) {
            return;
        }
        synchronized (started) {
            started.add(part);
        }
        if (part.process().isExpected()) {
            progress.say("  ! %s had died; it is brought back".formatted(part.title()));
        }
        progress.step(part.title(), "127.0.0.1:" + part.port().number(), part.start());
    }

    private void sayReady(Duration took) {
        var memory = Memory.mebibytesOf(stack.all());
        progress.say("");
        progress.say("  Ready in %.1f s, %,d MiB of memory in all.".formatted(took.toMillis() / 1e3, memory));
        progress.say("");
        progress.say("  Inbox             http://localhost:" + Port.GATEWAY.number());
        progress.say("  Customer's phone  http://localhost:" + Port.SIMULATOR.number());
        progress.say("  Keycloak          http://localhost:%d/admin   (admin, local-admin)"
                .formatted(Port.KEYCLOAK.number()));
        if (stack.shape().isObserved()) {
            sayWhereToObserve();
        }
        progress.say("");
        progress.say("  Sign in as anna or bruno (operators), carla (supervisor), dario (admin) or elena (viewer);");
        progress.say("  the password is centralino. Use a private window for each, to be several people at once.");
        progress.say("");
    }

    private void sayWhereToObserve() {
        progress.say("  Traces            http://localhost:%d/zipkin/".formatted(Port.ZIPKIN.number()));
        progress.say(
                stack.part(Prometheus.NAME).isPresent()
                        ? "  Metrics, alerts   http://localhost:" + Port.PROMETHEUS.number()
                        : "  Metrics, alerts   not shown: install Prometheus (Debian: apt-get install prometheus; macOS: brew install prometheus).");
    }

    private long freeSpace() {
        try {
            return Files.getFileStore(stack.state().run()).getUsableSpace();
        } catch (IOException unknown) {
            throw new StackException("The state folder cannot be used: " + unknown.getMessage(), unknown);
        }
    }

    private static RuntimeException cause(Throwable thrown) {
        var cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
