package org.centralino.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Where a stack keeps what it knows: data, logs, and which processes are its own. The cache beside them
/// holds what can be made again and is shared by all stacks of a checkout.
///
/// @param root the checkout
/// @param folder the state of this stack
/// @param isLasting whether it is the checkout's own; that of a test is thrown away
public record StateFolder(Path root, Path folder, boolean isLasting) {

    /// @param root the checkout
    /// @return its stack: `.centralino/`, or what CENTRALINO_STATE names
    public static StateFolder of(Path root) {
        var named = System.getenv("CENTRALINO_STATE");
        return new StateFolder(
                root,
                named == null || named.isBlank()
                        ? root.resolve(".centralino")
                        : Path.of(named).toAbsolutePath(),
                named == null || named.isBlank());
    }

    public Path cache() {
        return made(root.resolve(".centralino/cache"));
    }

    /// @return where each program has a folder of its own
    public Path data() {
        return made(folder.resolve("data"));
    }

    public Path data(String name) {
        return data().resolve(name);
    }

    public Path log(String name) {
        return made(folder.resolve("logs")).resolve(name + ".log");
    }

    public Path run() {
        return made(folder.resolve("run"));
    }

    /// Forgets the data and what its programs logged. What can be made again is kept.
    public void wipeData() {
        delete(folder.resolve("data"));
        try (var logs = Files.list(made(folder.resolve("logs")))) {
            for (var log : logs.filter(file -> !file.endsWith("build.log")).toList()) {
                delete(log);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not delete " + path, failure);
        }
    }

    public static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not make the folder " + folder, failure);
        }
    }
}
