package org.centralino.system.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.centralino.system.stack.Interrupted;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.RunningStack;

/// Flight recordings of our services while something is measured, and a page on each of what was hot. They
/// cost some processor time themselves.
final class Recordings {
    private final RunningStack stack;
    private final Path folder;
    private final String name;

    private Recordings(RunningStack stack, Path folder, String name) {
        this.stack = stack;
        this.folder = folder.toAbsolutePath();
        this.name = name;
    }

    /// @param name of what is measured
    static Recordings start(RunningStack stack, Path folder, String name) {
        var recordings = new Recordings(stack, folder, name);
        try {
            Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        Part.SERVICES.forEach(part -> recordings.tell(
                part,
                "JFR.start",
                "name=" + name,
                "settings=profile",
                "filename=" + recordings.file(part, "jfr"),
                "+jdk.CPUTimeSample#enabled=true",
                "+jdk.CPUTimeSample#throttle=10ms"));
        return recordings;
    }

    /// Ends them, and writes the pages.
    void stop() {
        Part.SERVICES.forEach(part -> tell(part, "JFR.stop", "name=" + name));
        for (var part : Part.SERVICES) {
            try {
                var page = HotSpots.in(file(part, "jfr")).page("%s, %s".formatted(part.key(), name));
                Files.writeString(file(part, "txt"), page);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private Path file(Part part, String kind) {
        return folder.resolve("%s-%s.%s".formatted(name, part.key(), kind));
    }

    private void tell(Part part, String... words) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString()));
        command.add(Long.toString(stack.process(part).pid()));
        command.addAll(List.of(words));
        try {
            var jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0 || said.contains("Could not") || said.contains("Exception")) {
                throw new IllegalStateException("No recording of %s: %s".formatted(part.key(), said));
            }
        } catch (IOException unable) {
            throw new UncheckedIOException("There is no jcmd beside this java", unable);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }
}
