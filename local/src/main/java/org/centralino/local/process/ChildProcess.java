package org.centralino.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.centralino.local.StackException;
import org.centralino.local.state.StateFolder;

/// A process of the stack. It outlives the launcher that started it; a file names it, so that it is found
/// again by whoever comes next.
public final class ChildProcess {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final long LOG_IS_LONG = 20L * 1024 * 1024;

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
        var builder = new ProcessBuilder(Programs.inOwnSession(command));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            Files.deleteIfExists(stopping());
            startNewLog();
            var handle = builder.start().toHandle();
            ProcessId.of(handle).write(file());
            return handle;
        } catch (IOException failure) {
            throw new StackException("%s could not be started: %s".formatted(name, failure.getMessage()), failure);
        }
    }

    /// Runs it in this terminal, which it shares with the launcher: what is typed reaches it, and so does
    /// Ctrl-C.
    ///
    /// @param environment added to the launcher's own
    /// @return its exit code, when it has ended
    public int runHere(List<String> command, Map<String, String> environment, Path folder) {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().putAll(environment);
        try {
            Files.deleteIfExists(stopping());
            var running = builder.start();
            var id = ProcessId.of(running.toHandle());
            id.write(file());
            var code = running.waitFor();
            if (ProcessId.read(file()).equals(Optional.of(id))) {
                Files.deleteIfExists(file());
            }
            return code;
        } catch (IOException failure) {
            throw new StackException("%s could not be run: %s".formatted(name, failure.getMessage()), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        }
    }

    /// @return the process, when it is alive and ours
    public Optional<ProcessHandle> find() {
        return ProcessId.read(file()).flatMap(ProcessId::alive);
    }

    /// @return whether it was started and nobody stopped it since: when it is not alive, it died
    public boolean isExpected() {
        return Files.exists(file()) && !Files.exists(stopping());
    }

    /// Asks it to end; kills it when it has not ended in time.
    ///
    /// @param signal TERM, or another that the program ends on
    public void stop(String signal) {
        try {
            if (Files.exists(file())) {
                Files.writeString(stopping(), "");
            }
            find().ifPresent(handle -> end(handle, signal));
            Files.deleteIfExists(file());
            Files.deleteIfExists(stopping());
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

    private Path stopping() {
        return state.run().resolve(name + ".stopping");
    }

    private void startNewLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_IS_LONG) {
            Files.move(log(), log().resolveSibling(name + ".old.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void end(ProcessHandle handle, String signal) {
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
}
