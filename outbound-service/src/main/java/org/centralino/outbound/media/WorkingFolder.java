package org.centralino.outbound.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A folder for one file and what is made of it, for as long as somebody works on it.
public record WorkingFolder(Path path) implements AutoCloseable {

    /// @param parent where it is to be; if nowhere, where the system has its temporary files
    public static WorkingFolder make(Optional<Path> parent) throws IOException {
        return new WorkingFolder(
                parent.isPresent()
                        ? Files.createTempDirectory(parent.get(), "file-")
                        : Files.createTempDirectory("file-"));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(path)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }
}
