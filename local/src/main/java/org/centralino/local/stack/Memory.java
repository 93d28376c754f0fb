package org.centralino.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/// Memory of processes as the system counts it.
final class Memory {
    private Memory() {}

    /// @return what all parts take together
    static long mebibytesOf(Collection<Part> parts) {
        return parts.stream()
                .flatMap(part -> part.process().find().stream())
                .mapToLong(Memory::mebibytes)
                .sum();
    }

    /// @return the proportional memory of the process and everything below it, in MiB: shared pages
    ///     count once
    static long mebibytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(Memory::kibibytes)
                        .sum()
                / 1024;
    }

    private static long kibibytes(ProcessHandle process) {
        var folder = Path.of("/proc", String.valueOf(process.pid()));
        var proportional = value(folder.resolve("smaps_rollup"), "Pss:");
        return proportional > 0 ? proportional : value(folder.resolve("status"), "VmRSS:");
    }

    private static long value(Path file, String field) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
