package org.centralino.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What `./centralino` hands over to, with a state folder and ports of its own. The script itself builds
/// what is stale first; here the build that runs these tests has done so.
final class Launcher {
    private static final String CLASS_PATH = "local/target/classes:events/target/classes:local/target/lib/*";

    /// The first start on a fresh machine downloads and builds.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path root;
    private final Path state;
    private final Map<String, String> environment;

    Launcher(Path root, Path state, Map<String, String> environment) {
        this.root = root;
        this.state = state;
        this.environment = Map.copyOf(environment);
    }

    /// @return that of another checkout, for the same stack
    Launcher of(Path checkout) {
        return new Launcher(checkout, state, environment);
    }

    /// Starts what does not run.
    ///
    /// @return what it said
    String up(String... options) {
        var words = new ArrayList<>(List.of("up", "--detach"));
        words.addAll(List.of(options));
        return run(words);
    }

    void down() {
        run(List.of("down"));
    }

    String backup(Path folder) {
        return run(List.of("backup", folder.toString()));
    }

    String restore(Path folder) {
        return run(List.of("restore", folder.toString()));
    }

    /// @return what runs
    String status() {
        return run(List.of("status"));
    }

    private List<String> command(List<String> words) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        command.addAll(List.of("-Dcentralino.root=" + root, "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"));
        command.addAll(List.of("-cp", CLASS_PATH, "org.centralino.local.Main"));
        command.addAll(words);
        return command;
    }

    private String run(List<String> words) {
        try {
            Files.createDirectories(state);
            var output = Files.createTempFile(state, "launcher-", ".txt");
            var builder = new ProcessBuilder(command(words))
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("CENTRALINO_STATE", state.toString());
            var process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("./centralino %s does not end. It said:\n%s"
                        .formatted(String.join(" ", words), Files.readString(output)));
            }
            var said = Files.readString(output);
            Files.delete(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException("./centralino %s ended with %d. It said:\n%s"
                        .formatted(String.join(" ", words), process.exitValue(), said));
            }
            return said;
        } catch (IOException unable) {
            throw new UncheckedIOException("./centralino cannot be run", unable);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }
}
