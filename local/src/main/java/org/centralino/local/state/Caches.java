package org.centralino.local.state;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/// Folders that take a while to make and are then used again and again.
public final class Caches {
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

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
            return used(folder);
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
            return used(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not prepare " + folder, failure);
        }
    }

    /// @return a short name for the artifact's present content: the same build has the same name
    public static String stampOf(Path artifact) {
        var checksum = new CRC32C();
        try (var content = new CheckedInputStream(Files.newInputStream(artifact), checksum)) {
            content.transferTo(OutputStream.nullOutputStream());
            return Long.toHexString(checksum.getValue());
        } catch (IOException missing) {
            throw new UncheckedIOException(
                    "%s is not there: build the project first (./centralino does)".formatted(artifact), missing);
        }
    }

    /// @return a short name for the files below, as far as their names, sizes and times tell
    public static String stampOfFiles(Path folder) {
        var checksum = new CRC32C();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
                var line = "%s %d %s\n".formatted(file, Files.size(file), Files.getLastModifiedTime(file));
                checksum.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return Long.toHexString(checksum.getValue());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Deletes what no stack and no test has used for a week.
    public static void sweep(Path cache) {
        try (var folders = Files.list(cache)) {
            for (var each : folders.toList()) {
                if (Files.getLastModifiedTime(each)
                        .toInstant()
                        .isBefore(Instant.now().minus(FORGOTTEN_AFTER))) {
                    StateFolder.delete(each);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not tidy " + cache, failure);
        }
    }

    private static Path used(Path folder) {
        try {
            return Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
