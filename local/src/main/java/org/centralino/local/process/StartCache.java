package org.centralino.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.centralino.local.state.StateFolder;

/// The JVM's ahead-of-time cache of one program: what it loaded and linked when it last started, ready to
/// be mapped into memory. It more than halves the time to start. The first start is recorded; while the
/// program goes on running the recording is ended and made into the cache, which only later starts use.
/// What it had compiled is left out: compiling that again takes a third of the processor time of a start.
/// Every step may fail without harm: a JVM that finds no cache, or one of another build, starts as it
/// always did.
public final class StartCache {
    /// `off`: neither used nor made; `record`: made by a stack that does not last, too.
    private static final String VARIABLE = "CENTRALINO_START_CACHES";

    private static final List<String> WITHOUT_TRAINING =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    private final ChildProcess process;
    private final String name;
    private final Path cache;
    private final Path recording;
    private final List<String> jvm;
    private final String classPath;
    private final boolean mayRecord;

    /// @param process the program, running or not; one of several replicas uses a cache, and makes none
    /// @param name of the program, whichever of its processes this is
    /// @param build names the present build of the program
    /// @param jvm the JVM and its flags: others need another cache
    /// @param classPath as the JVM is given it: the cache is of no use with another
    public StartCache(
            StateFolder state, ChildProcess process, String name, String build, List<String> jvm, String classPath) {
        var key = build + "-" + stampOf(Runtime.version() + String.join("\n", jvm) + WITHOUT_TRAINING);
        var folder = StateFolder.made(state.cache().resolve("start"));
        this.process = process;
        this.name = name;
        this.cache = folder.resolve("%s-%s.aot".formatted(name, key));
        this.recording = folder.resolve("%s-%s.aotconf".formatted(name, key));
        this.jvm = jvm;
        this.classPath = classPath;
        this.mayRecord = process.name().equals(name) && (state.isLasting() || "record".equals(System.getenv(VARIABLE)));
    }

    /// @return what makes a JVM use the cache, or record for it; goes before the class path
    public List<String> flags() {
        if (isSwitchedOff()) {
            return List.of();
        }
        if (Files.exists(cache)) {
            touch(cache);
            return List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off");
        }
        if (!mayRecord || isRecorded()) {
            return List.of();
        }
        return Stream.of(
                        List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording),
                        WITHOUT_TRAINING,
                        List.of("-Xlog:aot*=off", "-Xlog:cds*=off"))
                .flatMap(List::stream)
                .toList();
    }

    public boolean isMissing() {
        return mayRecord && !isSwitchedOff() && !Files.exists(cache);
    }

    /// Makes the cache, when there is none and the program runs, of what it has shown so far; at the lowest
    /// priority.
    public void write() {
        if (isMissing()) {
            process.find().ifPresent(this::writeFrom);
        }
    }

    private void writeFrom(ProcessHandle program) {
        if (!isRecorded()) {
            tell(program, "AOT.end_recording");
            // What the recording took, some 170 MiB, is not given back by itself.
            tell(program, "System.trim_native_heap");
        }
        if (!isRecorded()) {
            return;
        }
        var unfinished = cache.resolveSibling(cache.getFileName() + ".unfinished");
        var create = new ArrayList<String>();
        if (Programs.has("nice")) {
            create.addAll(List.of("nice", "-n", "19"));
        }
        create.addAll(jvm);
        create.addAll(List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + recording,
                "-XX:AOTCache=" + unfinished,
                "-cp",
                classPath));
        try {
            if (Programs.succeeds(create, ProcessBuilder.Redirect.INHERIT) && Files.exists(unfinished)) {
                deleteOlderOnes();
                Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(unfinished);
            Files.deleteIfExists(recording);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void tell(ProcessHandle program, String command) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Programs.succeeds(List.of(jcmd, String.valueOf(program.pid()), command), ProcessBuilder.Redirect.INHERIT);
    }

    /// The JVM makes an empty file when it starts to record, and fills it when the recording ends.
    private boolean isRecorded() {
        try {
            return Files.exists(recording) && Files.size(recording) > 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void deleteOlderOnes() throws IOException {
        try (var files = Files.list(cache.getParent())) {
            for (var each : files.toList()) {
                var file = each.getFileName().toString();
                if (file.startsWith(name + "-") && file.endsWith(".aot")) {
                    Files.delete(each);
                }
            }
        }
    }

    private static boolean isSwitchedOff() {
        return "off".equals(System.getenv(VARIABLE));
    }

    private static void touch(Path file) {
        try {
            var now = FileTime.from(Instant.now());
            Files.setLastModifiedTime(file, now);
            Files.setLastModifiedTime(file.getParent(), now);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String stampOf(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
