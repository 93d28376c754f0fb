package org.centralino.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How the JVM of a service runs in production, which is how it runs here. Whatever only helps a start must
/// end with it, or all that is measured on this machine is another product.
final class ProductionJvm {
    private static final String FILE = "deploy/service.jvm";

    private ProductionJvm() {}

    /// @param root of the checkout
    /// @return the options of the file that `java @file` reads, too
    static List<String> options(Path root) {
        try (var lines = Files.lines(root.resolve(FILE))) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
