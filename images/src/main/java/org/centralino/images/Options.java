package org.centralino.images;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `./centralino images` is asked for.
///
/// @param base the image that all are built upon
/// @param folder where archives go
/// @param source where the sources are to be had, which images tell
record Options(String base, Path folder, Optional<String> source) {
    static final String DEFAULT_BASE = "eclipse-temurin:25-jre";

    /// @param root of the checkout
    static Options of(List<String> words, Path root) {
        var options = new Options(DEFAULT_BASE, root.resolve("images/target/images"), Optional.empty());
        for (var word = words.iterator(); word.hasNext(); ) {
            options = options.with(word.next(), word.hasNext() ? word.next() : "");
        }
        return options;
    }

    private Options with(String option, String value) {
        if (value.isEmpty() || value.startsWith("--")) {
            throw new ImageException("%s needs a value. './centralino images --help' says which.".formatted(option));
        }
        return switch (option) {
            case "--base" -> new Options(value, folder, source);
            case "--to" -> new Options(base, Path.of(value).toAbsolutePath(), source);
            case "--source" -> new Options(base, folder, Optional.of(value));
            default ->
                throw new ImageException(
                        "'images' does not know %s. It takes --base, --to and --source.".formatted(option));
        };
    }
}
