package org.centralino.system.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centralino.system.stack.RunningStack;

/// What every process of a stack has written, its servers' too.
///
/// @param folder where the logs are
record Logs(Path folder) {
    /// A JSON Web Token: its head and its body are JSON objects, whose Base64 begins so.
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}");

    static Logs of(RunningStack stack) {
        return new Logs(stack.state().resolve("logs"));
    }

    /// @return lines that are private or hold a token, each with its log's name before it
    List<String> lines(Predicate<String> isPrivate) {
        try (var logs = Files.list(folder)) {
            return logs.filter(log -> log.toString().endsWith(".log"))
                    .sorted()
                    .flatMap(log -> lines(log, isPrivate))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The logs cannot be read", unreadable);
        }
    }

    private static Stream<String> lines(Path log, Predicate<String> isPrivate) {
        try {
            // A process that was killed leaves half a character now and then, which ISO 8859-1 reads, too.
            return Files.readString(log, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> isPrivate.test(line) || TOKEN.matcher(line).find())
                    .map(line -> "%s: %s".formatted(log.getFileName(), line));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("%s cannot be read".formatted(log), unreadable);
        }
    }
}
