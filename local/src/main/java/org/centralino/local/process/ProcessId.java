package org.centralino.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Names one process for good: its number, and when it started. Numbers are given out again; a stranger
/// that got the number of a process of ours is never taken for it.
///
/// @param started as the system tells it
public record ProcessId(long pid, Instant started) {
    private static final Duration CLOCK_ADJUSTMENTS = Duration.ofSeconds(2);

    public static ProcessId of(ProcessHandle handle) {
        return new ProcessId(handle.pid(), startOf(handle));
    }

    /// @return what was written there, or nothing when the file is not there or is not whole
    public static Optional<ProcessId> read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            return Optional.of(new ProcessId(
                    Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochMilli(Long.parseLong(lines.get(1).strip()))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (NumberFormatException | IndexOutOfBoundsException notWhole) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void write(Path file) {
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.write(unfinished, List.of(String.valueOf(pid), String.valueOf(started.toEpochMilli())));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @return the process, when it is alive and still the same one
    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle ->
                        Duration.between(startOf(handle), started).abs().compareTo(CLOCK_ADJUSTMENTS) < 0);
    }

    private static Instant startOf(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }
}
