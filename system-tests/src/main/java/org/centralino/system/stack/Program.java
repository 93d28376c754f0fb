package org.centralino.system.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a process was started, as Linux remembers it: its words, its folder, its environment.
record Program(List<String> words, File folder, Map<String, String> environment) {

    static Program of(ProcessHandle process) {
        var about = Path.of("/proc", Long.toString(process.pid()));
        try {
            var environment = new HashMap<String, String>();
            parts(about.resolve("environ")).forEach(variable -> {
                var equals = variable.indexOf('=');
                if (equals > 0) {
                    environment.put(variable.substring(0, equals), variable.substring(equals + 1));
                }
            });
            return new Program(
                    parts(about.resolve("cmdline")),
                    Files.readSymbolicLink(about.resolve("cwd")).toFile(),
                    environment);
        } catch (IOException gone) {
            throw new UncheckedIOException("Process %d cannot be read".formatted(process.pid()), gone);
        }
    }

    /// Starts it once more. The ahead-of-time cache is left out: it does not go with agents.
    Process start(Map<String, String> settings, Path output) {
        var builder = new ProcessBuilder(words.stream()
                        .filter(word -> !word.startsWith("-XX:AOT"))
                        .toList())
                .directory(folder)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException unable) {
            throw new UncheckedIOException("It cannot be started again", unable);
        }
    }

    private static List<String> parts(Path file) throws IOException {
        return Arrays.asList(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"));
    }
}
