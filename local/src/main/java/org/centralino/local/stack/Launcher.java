package org.centralino.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.centralino.local.StackException;
import org.centralino.local.process.ProcessId;
import org.centralino.local.state.StateFolder;

/// Which launcher is at work on a stack: one at a time starts things, and one at a time watches over them.
final class Launcher {
    private final Path lockFile;
    private final Path watcherFile;

    Launcher(StateFolder state) {
        this.lockFile = state.run().resolve("launcher.lock");
        this.watcherFile = state.run().resolve("launcher.pid");
    }

    /// @throws StackException when another launcher is starting or stopping things
    FileChannel alone() {
        try {
            var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StackException("Another ./centralino%s is starting things here. Wait for it, or stop it."
                        .formatted(other().map(it -> " (process %d)".formatted(it.pid()))
                                .orElse("")));
            }
            return channel;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// This launcher stays with the stack: who stops the stack tells it.
    void stay() {
        ProcessId.of(ProcessHandle.current()).write(watcherFile);
    }

    void leave() {
        try {
            if (ProcessId.read(watcherFile)
                    .filter(id -> id.pid() == ProcessHandle.current().pid())
                    .isPresent()) {
                Files.deleteIfExists(watcherFile);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @return another launcher that stays with the stack
    Optional<ProcessHandle> other() {
        return ProcessId.read(watcherFile)
                .flatMap(ProcessId::alive)
                .filter(handle -> handle.pid() != ProcessHandle.current().pid());
    }
}
