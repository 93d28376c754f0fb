package org.centralino.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.centralino.local.StackException;
import org.centralino.local.state.StateFolder;

/// A process of the stack. It outlives the launcher that started it; a file names it by id and start time,
/// so that it is found again, and a stranger that got its number is left alone.
public final class ChildProcess {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final String name;
    private final StateFolder state;

    public ChildProcess(String name, StateFolder state) {
        this.name = name;
        this.state = state;
    }

    public String name() {
        return name;
    }

    /// Starts it in a session of its own, so that Ctrl-C reaches the launcher alone, which then stops all
    /// in order.
    ///
    /// @param environment added to the launcher's own
    public ProcessHandle start(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(inOwnSession(command));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            var handle = builder.start().toHandle();
            Files.writeString(file(), handle.pid() + "\n" + startOf(handle).toEpochMilli() + "\n");
            return handle;
        } catch (IOException failure) {
            throw new StackException("%s could not be started: %s".formatted(name, failure.getMessage()), failure);
        }
    }

    /// @return the process, when it is alive and ours
    public Optional<ProcessHandle> find() {
        try {
            if (!Files.exists(file())) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(file());
            if (lines.size() < 2) {
                return Optional.empty();
            }
            var started = Instant.ofEpochMilli(Long.parseLong(lines.get(1).strip()));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle ->
                            Duration.between(startOf(handle), started).abs().toMillis() < 2_000);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @return whether it was started and not stopped since: when it is not alive, it died
    public boolean isExpected() {
        return Files.exists(file());
    }

    /// Asks it to end; kills it when it has not ended in time.
    ///
    /// @param signal TERM, or another that the program ends on
    public void stop(String signal) {
        find().ifPresent(handle -> {
            signal(handle, signal);
            try {
                handle.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException stubborn) {
                handle.destroyForcibly();
                handle.onExit().join();
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            Files.deleteIfExists(file());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void kill() {
        find().ifPresent(handle -> {
            handle.destroyForcibly();
            handle.onExit().join();
        });
    }

    public Path log() {
        return state.log(name);
    }

    private Path file() {
        return state.run().resolve(name + ".pid");
    }

    private static Instant startOf(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }

    private static void signal(ProcessHandle handle, String signal) {
        if (signal.equals("TERM")) {
            handle.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(handle.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            handle.destroy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> inOwnSession(List<String> command) {
        if (!Programs.has("setsid")) {
            return command;
        }
        var own = new ArrayList<String>();
        own.add("setsid");
        own.addAll(command);
        return own;
    }
}
