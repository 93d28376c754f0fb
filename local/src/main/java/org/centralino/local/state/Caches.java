package org.centralino.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Folders that take a while to make and are then used again and again.
public final class Caches {

    /// Fills a folder.
    public interface Filling {
        void fill(Path folder) throws IOException;
    }

    private Caches() {}

    /// Makes the folder if it is not there: wholly or not at all, also when two processes want it at once.
    ///
    /// @return the folder
    public static Path once(Path folder, Filling filling) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try (var channel = FileChannel.open(
                        folder.resolveSibling(folder.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(folder)) {
                var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
                StateFolder.delete(unfinished);
                Files.createDirectories(unfinished);
                filling.fill(unfinished);
                Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not prepare " + folder, failure);
        }
    }

    /// @return a short name for the artifact's present content
    public static String stampOf(Path artifact) {
        try {
            return Long.toHexString(Files.size(artifact) * 31
                    + Files.getLastModifiedTime(artifact).toMillis() / 1000);
        } catch (IOException missing) {
            throw new UncheckedIOException(
                    "%s is not there: build the project first (./centralino does)".formatted(artifact), missing);
        }
    }
}
