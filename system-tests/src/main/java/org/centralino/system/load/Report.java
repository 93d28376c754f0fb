package org.centralino.system.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.centralino.system.stack.Part;

/// The tables that people read: what was measured, what was aimed at, and what the machine reached beside
/// it.
final class Report {
    private final List<String> rows = new ArrayList<>();
    private final List<String> usages = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final String loadBefore = load();
    private boolean incomplete;

    void row(String what, String measured, String goal, String ceiling) {
        rows.add("| %s | %s | %s | %s |".formatted(what, measured, goal, ceiling));
        System.out.printf("%s: %s (goal %s; bare: %s)%n", what, measured, goal, ceiling);
    }

    /// Something could not be measured.
    void failed(String name, Throwable why) {
        incomplete = true;
        row(name, "NOT MEASURED: " + why.getMessage(), "", "");
    }

    boolean isIncomplete() {
        return incomplete;
    }

    /// A condition under which all was measured.
    void remark(String remark) {
        remarks.add(remark);
        System.out.println(remark);
    }

    /// What each process took for a number of messages.
    void usage(String what, int messages, Meter.Reading reading) {
        usages.add("");
        usages.add("| %s | CPU s per 1,000 messages | of that compiling | collecting | MiB resident |".formatted(what));
        usages.add("|---|---|---|---|---|");
        Part.SERVICES.forEach(part -> usage(part.key(), messages, reading.of(part)));
        usage("**our five services**", messages, reading.ofOurServices());
        reading.parts().forEach((part, usage) -> {
            if (!Part.SERVICES.contains(part)) {
                usage(part.key(), messages, usage);
            }
        });
        usage("these benchmarks", messages, reading.driver());
    }

    private void usage(String process, int messages, Usage used) {
        usages.add("| %s | %.2f | %.2f | %.2f | %.0f |"
                .formatted(
                        process,
                        used.cpuSeconds() * 1_000 / messages,
                        used.compiling() * 1_000 / messages,
                        used.collecting() * 1_000 / messages,
                        used.mebibytes()));
    }

    String markdown() {
        var lines = new ArrayList<String>();
        lines.add("Measured on %s: %s.".formatted(LocalDate.now(ZoneId.systemDefault()), machine()));
        lines.addAll(remarks);
        lines.add("");
        lines.add("| what | measured | goal | same run, bare |");
        lines.add("|---|---|---|---|");
        lines.addAll(rows);
        lines.addAll(usages);
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
        return "%d cores (%s), load average %s before the run and %s after it, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        first(Path.of("/proc/cpuinfo"), "model name"),
                        loadBefore,
                        load(),
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
