package org.centralino.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The version before this one: the commit before the one that is checked out, or what CENTRALINO_PREVIOUS names,
/// built in a folder of its own.
public final class PreviousVersion {
    private static final String COMMIT = System.getenv().getOrDefault("CENTRALINO_PREVIOUS", "HEAD^");
    private static final String MODULES = "events,identity,local,service-kit,simulator,conversation-service,"
            + "assignment-service,notes-service,outbound-service,gateway-service";

    private PreviousVersion() {}

    /// Builds it, unless it is built already. The page is left out.
    ///
    /// @return its checkout
    public static Path built() {
        var root = RunningStack.root();
        var commit = said(run(root, "git", "rev-parse", "--verify", COMMIT + "^{commit}"))
                .strip();
        var folder = root.resolve("system-tests/target/previous").resolve(commit);
        var done = folder.resolve("target/built");
        if (!Files.exists(done)) {
            try {
                Files.createDirectories(folder.resolve("target"));
                Files.createDirectories(root.resolve(".centralino/cache"));
                Files.createDirectories(folder.resolve(".centralino"));
                var archive = folder.resolve("target/sources.tar").toString();
                said(run(root, "git", "archive", "--output", archive, commit));
                said(run(folder, "tar", "-xf", archive));
                // What does not depend on the version, such as an unpacked PostgreSQL, is there already.
                if (!Files.exists(folder.resolve(".centralino/cache"))) {
                    Files.createSymbolicLink(folder.resolve(".centralino/cache"), root.resolve(".centralino/cache"));
                }
                said(run(
                        folder,
                        "mvn",
                        "-B",
                        "-ntp",
                        "-q",
                        "package",
                        "-pl",
                        MODULES,
                        "-am",
                        "-DskipTests",
                        "-Dmaven.test.skip=true",
                        "-Dskip.webui",
                        "-Dcompiler.checks=-Xdiags:verbose"));
                Files.createFile(done);
            } catch (IOException unable) {
                throw new UncheckedIOException("The previous version cannot be unpacked", unable);
            }
        }
        return folder;
    }

    private record Run(List<String> words, int code, String output) {}

    private static String said(Run run) {
        if (run.code != 0) {
            throw new IllegalStateException(
                    "%s ended with %d. It said:\n%s".formatted(String.join(" ", run.words), run.code, run.output));
        }
        return run.output;
    }

    private static Run run(Path folder, String... words) {
        try {
            var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(List.of(words), process.waitFor(), output);
        } catch (IOException unable) {
            throw new UncheckedIOException("%s cannot be run".formatted(words[0]), unable);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }
}
