package org.centralino.system.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.RunningStack;

/// What each process has used so far, as Linux counts it; PostgreSQL with all of its helpers.
///
/// @param cpuSeconds user and system time since its start
/// @param residentMebibytes its memory now; shared pages of PostgreSQL's helpers count once
record Usage(double cpuSeconds, double residentMebibytes) {
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    static Map<Part, Usage> of(RunningStack stack) {
        var usage = new EnumMap<Part, Usage>(Part.class);
        for (var part : Part.values()) {
            usage.put(part, of(stack.process(part)));
        }
        return usage;
    }

    private static Usage of(ProcessHandle process) {
        var all = Stream.concat(Stream.of(process), process.descendants()).toList();
        return new Usage(
                all.stream().mapToDouble(Usage::cpuSeconds).sum(),
                all.stream().mapToDouble(Usage::mebibytes).sum());
    }

    private static double cpuSeconds(ProcessHandle process) {
        var stat = read(process, "stat");
        var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length <= SYSTEM_TIME
                ? 0
                : (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) / TICKS_PER_SECOND;
    }

    private static double mebibytes(ProcessHandle process) {
        return read(process, "smaps_rollup")
                        .lines()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1_024.0;
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException ended) {
            return "";
        }
    }
}
