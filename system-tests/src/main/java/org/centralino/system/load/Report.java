package org.centralino.system.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The table that people read: what was measured, what was aimed at, and what the machine reached beside
/// it.
final class Report {
    private final List<String> rows = new ArrayList<>();
    private final List<String> processes = new ArrayList<>();
    private final String loadBefore = load();

    void row(String what, String measured, String aim, String ceiling) {
        rows.add("| %s | %s | %s | %s |".formatted(what, measured, aim, ceiling));
        System.out.printf("%s: %s (aim %s; %s)%n", what, measured, aim, ceiling);
    }

    void process(String name, double cpuSecondsPerThousand, double mebibytes) {
        processes.add("| %s | %.2f | %.0f |".formatted(name, cpuSecondsPerThousand, mebibytes));
    }

    String markdown() {
        var lines = new ArrayList<String>();
        lines.add("Measured on %s: %s.".formatted(LocalDate.now(), machine()));
        lines.add("");
        lines.add("| what | measured | aim | same run, bare |");
        lines.add("|---|---|---|---|");
        lines.addAll(rows);
        lines.add("");
        lines.add("| process | CPU seconds per 1,000 messages | MiB |");
        lines.add("|---|---|---|");
        lines.addAll(processes);
        return String.join("\n", lines) + "\n";
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, markdown());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private String machine() {
        return "%d cores (%s), load average %s before the run, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        first(Path.of("/proc/cpuinfo"), "model name"),
                        loadBefore,
                        Runtime.version().feature());
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException unknown) {
            return "unknown";
        }
    }

    private static String first(Path file, String key) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException unknown) {
            return "unknown";
        }
    }
}
