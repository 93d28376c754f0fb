package org.centralino.system.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.RunningStack;

/// With which options the JVMs that are measured really run.
final class JvmOptions {
    private JvmOptions() {}

    /// @return what all have in common, and what each has of its own
    static String of(RunningStack stack) {
        var options = new LinkedHashMap<Part, List<String>>();
        Stream.concat(Part.SERVICES.stream(), Stream.of(Part.SIMULATOR))
                .forEach(part -> options.put(part, of(stack.process(part))));
        var common = new TreeSet<>(options.get(Part.GATEWAY));
        options.values().forEach(common::retainAll);
        var own = options.entrySet().stream()
                .map(each -> each.getKey().key() + " "
                        + each.getValue().stream()
                                .filter(option -> !common.contains(option))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
        return "JVM options of our services: `%s`; %s.".formatted(String.join(" ", common), own);
    }

    private static List<String> of(ProcessHandle process) {
        try {
            var words = new String(
                            Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline")),
                            StandardCharsets.UTF_8)
                    .split("\0");
            return Stream.of(words)
                    .skip(1)
                    .takeWhile(word -> !word.equals("-jar"))
                    .map(word -> word.startsWith("-XX:AOT") ? word.replaceAll("=.*/", "=") : word)
                    .map(word -> word.startsWith("-XX:AOTCache=") ? "-XX:AOTCache" : word)
                    .toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
