package org.centralino.local.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.centralino.local.StackException;
import org.centralino.local.process.Programs;
import org.centralino.local.terminal.Progress;
import org.jspecify.annotations.Nullable;

/// The modules whose sources are newer than what was built of them. The script `centralino` knows which
/// these are, builds them and prints a line for each, by which a service can start while the next is built.
final class Build {
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern BUILT = Pattern.compile(" *✓ (.+?) +\\d+ s +built");

    private final Path root;
    private final Map<String, CompletableFuture<Void>> modules;
    private final Progress progress;
    private volatile @Nullable Process process;
    private volatile boolean stopped;

    /// @param root of the checkout
    /// @param modules what is stale
    Build(Path root, List<String> modules, Progress progress) {
        this.root = root;
        this.modules = modules.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> new CompletableFuture<>()));
        this.progress = progress;
    }

    /// @return what the script found to be stale
    static Build ofWhatIsStale(Path root, Progress progress) {
        var stale = System.getenv().getOrDefault("CENTRALINO_STALE", "").strip();
        return new Build(root, stale.isEmpty() ? List.of() : List.of(BLANK.split(stale)), progress);
    }

    boolean makes(String module) {
        return modules.containsKey(module);
    }

    /// @return is completed when the module may be started: at once when it is not stale
    CompletableFuture<Void> made(String module) {
        return Optional.ofNullable(modules.get(module)).orElse(CompletableFuture.completedFuture(null));
    }

    /// Builds all of them.
    ///
    /// @throws StackException when something cannot be built; why has been said
    void run() {
        if (modules.isEmpty() || stopped) {
            return;
        }
        var command = new ArrayList<>(List.of(root.resolve("centralino").toString(), "build"));
        command.addAll(modules.keySet());
        try {
            var building = new ProcessBuilder(Programs.inOwnSession(command))
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
            process = building;
            if (stopped) {
                stop();
            }
            try (BufferedReader said = building.inputReader(StandardCharsets.UTF_8)) {
                said.lines().forEach(this::hear);
            }
            if (building.waitFor() != 0) {
                throw new StackException("Not everything could be built.");
            }
            modules.values().forEach(made -> made.complete(null));
        } catch (IOException failure) {
            throw new StackException("The build could not be run: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("The build was interrupted", interrupted);
        }
    }

    private void hear(String line) {
        progress.say(line);
        var built = BUILT.matcher(line);
        if (built.matches()) {
            made(built.group(1).replace(' ', '-')).complete(null);
        }
    }

    /// What is not built yet will not be.
    void stop() {
        stopped = true;
        modules.values().forEach(made -> made.cancel(false));
        var building = process;
        if (building != null) {
            Programs.endSession(building);
        }
    }
}
