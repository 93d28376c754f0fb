package org.centralino.system.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a process has used so far, as Linux counts it; PostgreSQL with all of its helpers.
///
/// @param cpuSeconds user and system time since its start
/// @param compiling what of that the JVM's compilers took
/// @param collecting what of that its garbage collector took
/// @param mebibytes its resident memory now; shared pages of PostgreSQL's helpers count once
record Usage(double cpuSeconds, double compiling, double collecting, double mebibytes) {
    static final Usage NONE = new Usage(0, 0, 0, 0);

    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    static Usage of(ProcessHandle process) {
        var all = Stream.concat(Stream.of(process), process.descendants())
                .map(one -> PROC.resolve(Long.toString(one.pid())))
                .toList();
        return new Usage(
                all.stream().mapToDouble(Usage::cpuSeconds).sum(),
                threads(all.getFirst(), "C1 Comp", "C2 Comp"),
                threads(all.getFirst(), "VM Thread", "GC Thread", "G1 "),
                all.size() == 1
                        ? kibibytes(all.getFirst(), "Rss:") / 1_024
                        : all.stream()
                                        .mapToDouble(one -> kibibytes(one, "Pss:"))
                                        .sum()
                                / 1_024);
    }

    /// @return what was used since then, with the memory of now
    Usage since(Usage then) {
        return new Usage(
                cpuSeconds - then.cpuSeconds, compiling - then.compiling, collecting - then.collecting, mebibytes);
    }

    Usage plus(Usage other) {
        return new Usage(
                cpuSeconds + other.cpuSeconds,
                compiling + other.compiling,
                collecting + other.collecting,
                mebibytes + other.mebibytes);
    }

    /// @param names what the names of the threads begin with
    private static double threads(Path process, String... names) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
            var seconds = 0.0;
            for (var thread : threads) {
                if (Stream.of(names).anyMatch(read(thread, "comm")::startsWith)) {
                    seconds += cpuSeconds(thread);
                }
            }
            return seconds;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static double cpuSeconds(Path processOrThread) {
        var stat = read(processOrThread, "stat");
        var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length <= SYSTEM_TIME
                ? 0
                : (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) / TICKS_PER_SECOND;
    }

    private static double kibibytes(Path process, String field) {
        return read(process, "smaps_rollup")
                .lines()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static String read(Path processOrThread, String file) {
        try {
            return Files.readString(processOrThread.resolve(file));
        } catch (IOException ended) {
            return "";
        }
    }
}
