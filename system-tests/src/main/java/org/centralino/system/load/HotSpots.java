package org.centralino.system.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/// Where the samples of a recording fell: by the package that ran or had the JDK run for it, by the method that
/// ran, by what of ours that worked for, and by thread; and what was allocated. Samples are of processor time,
/// also in native code, where the JVM has them (JDK 25 on Linux), else of Java code that ran.
final class HotSpots {
    private static final String CPU_TIME = "jdk.CPUTimeSample";
    private static final String RUNNING = "jdk.ExecutionSample";
    private static final String ALLOCATION = "jdk.ObjectAllocationSample";
    private static final String OURS = "org.centralino.";
    private static final List<String> JDK = List.of("java.", "jdk.", "sun.", "com.sun.");
    private static final int SHOWN = 15;
    private static final int PACKAGE_PARTS = 4;

    private final Map<String, Long> packages = new HashMap<>();
    private final Map<String, Long> methods = new HashMap<>();
    private final Map<String, Long> workedFor = new HashMap<>();
    private final Map<String, Long> threads = new HashMap<>();
    private final Map<String, Long> allocated = new HashMap<>();
    private final Map<String, Long> allocatedFor = new HashMap<>();

    private HotSpots() {}

    static HotSpots in(Path recording) throws IOException {
        var kind = has(recording, CPU_TIME) ? CPU_TIME : RUNNING;
        var spots = new HotSpots();
        try (var events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                var name = event.getEventType().getName();
                if (name.equals(kind)) {
                    spots.sample(event);
                } else if (name.equals(ALLOCATION)) {
                    spots.allocation(event);
                }
            }
        }
        return spots;
    }

    private static boolean has(Path recording, String kind) throws IOException {
        try (var events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                if (events.readEvent().getEventType().getName().equals(kind)) {
                    return true;
                }
            }
            return false;
        }
    }

    private void sample(RecordedEvent event) {
        var trace = event.getStackTrace();
        var thread = event.getThread(event.hasField("eventThread") ? "eventThread" : "sampledThread");
        count(
                threads,
                thread == null || thread.getJavaName() == null
                        ? "the JVM"
                        : thread.getJavaName().replaceAll("\\d+", "N"));
        if (trace == null || trace.getFrames().isEmpty()) {
            count(packages, "(no Java frame)");
            return;
        }
        count(packages, packageOf(outsideTheJdk(trace)));
        count(methods, nameOf(trace.getFrames().getFirst()));
        // Each once, however often it stands in the stack; a lambda counts as the method that it is in.
        var ours = trace.getFrames().stream()
                .map(HotSpots::nameOf)
                .filter(name -> name.startsWith(OURS) && !name.contains("$$"))
                .collect(Collectors.toSet());
        if (ours.isEmpty()) {
            count(workedFor, "(nothing of ours)");
        }
        ours.forEach(name -> count(workedFor, name));
    }

    private void allocation(RecordedEvent event) {
        var weight = event.getLong("weight");
        allocated.merge(event.getClass("objectClass").getName(), weight, Long::sum);
        var trace = event.getStackTrace();
        if (trace != null && !trace.getFrames().isEmpty()) {
            allocatedFor.merge(nameOf(outsideTheJdk(trace)), weight, Long::sum);
        }
    }

    /// @param title of the page
    String page(String title) {
        var samples = threads.values().stream().mapToLong(Long::longValue).sum();
        return "%s: %d samples%n".formatted(title, samples)
                + shares("What ran, by package; the JDK counts as who called it", packages)
                + shares("What ran, by method", methods)
                + shares("What of ours it was in or below", workedFor)
                + shares("Threads", threads)
                + shares("Allocated, by class", allocated)
                + shares("Allocated, by the first method outside the JDK", allocatedFor);
    }

    private String shares(String title, Map<String, Long> counts) {
        var all = (counts == workedFor ? threads : counts)
                .values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(each -> "  %5.1f %%  %s%n".formatted(100.0 * each.getValue() / all, each.getKey()))
                .collect(Collectors.joining("", "%n%s%n".formatted(title), ""));
    }

    private static RecordedFrame outsideTheJdk(RecordedStackTrace trace) {
        return trace.getFrames().stream()
                .filter(frame ->
                        JDK.stream().noneMatch(frame.getMethod().getType().getName()::startsWith))
                .findFirst()
                .orElse(trace.getFrames().getFirst());
    }

    private static void count(Map<String, Long> counts, String key) {
        counts.merge(key, 1L, Long::sum);
    }

    private static String packageOf(RecordedFrame frame) {
        var type = frame.getMethod().getType().getName();
        var parts = type.split("\\.");
        return String.join(".", java.util.Arrays.copyOf(parts, Math.max(1, Math.min(PACKAGE_PARTS, parts.length - 1))));
    }

    private static String nameOf(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
