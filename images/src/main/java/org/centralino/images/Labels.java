package org.centralino.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What every image says of itself, in the words of the Open Container Initiative.
///
/// @param version of the product
/// @param revision the commit that it was built from; with `-changed` when files differ from it; nothing without Git
/// @param source where the sources are to be had; nothing when nobody said so
record Labels(String version, Optional<String> revision, Optional<String> source) {
    private static final String PREFIX = "org.opencontainers.image.";

    /// @param root of the checkout
    static Labels of(Path root, String version, Optional<String> source) {
        var revision = git(root, "rev-parse", "HEAD")
                .map(commit -> git(root, "status", "--porcelain")
                                .filter(String::isEmpty)
                                .isPresent()
                        ? commit
                        : commit + "-changed");
        return new Labels(version, revision, source);
    }

    Map<String, String> about(Recipe recipe) {
        var labels = new LinkedHashMap<String, String>();
        labels.put(PREFIX + "title", recipe.title());
        labels.put(PREFIX + "version", version);
        labels.put(PREFIX + "licenses", "Apache-2.0");
        revision.ifPresent(commit -> labels.put(PREFIX + "revision", commit));
        source.ifPresent(address -> labels.put(PREFIX + "source", address));
        return labels;
    }

    private static Optional<String> git(Path root, String... words) {
        var command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(words));
        try {
            var git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ImageException("interrupted", stopped);
        }
    }
}
