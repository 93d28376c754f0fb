package org.centralino.images.compose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Programs of this machine, run to their end in one folder.
record Command(Path folder, Map<String, String> environment) {

    /// @return what it printed
    /// @throws IllegalStateException with that, when it fails
    String run(List<String> words) {
        var outcome = outcome(words);
        if (outcome.code() != 0) {
            throw new IllegalStateException("%s failed:%n%s".formatted(String.join(" ", words), outcome.said()));
        }
        return outcome.said();
    }

    Outcome outcome(List<String> words) {
        try {
            var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), said.strip());
        } catch (IOException notThere) {
            throw new IllegalStateException(words.getFirst() + " could not be run: " + notThere.getMessage(), notThere);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    record Outcome(int code, String said) {}
}
