package org.centralino.simulator.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The scenarios that come with the simulator, and the sample files that they send.
final class Shelf {
    static final List<String> NAMES = List.of(
            "a-day-in-a-shop",
            "every-kind",
            "who-is-who",
            "groups",
            "what-happened-to-others",
            "from-the-phone",
            "a-template",
            "trouble");

    private static final Pattern SAMPLE = Pattern.compile("[a-z0-9-]{1,40}\\.[a-z0-9]{2,5}");

    private Shelf() {}

    /// @return the file of this name
    static Optional<String> file(String name) {
        return NAMES.contains(name)
                ? Optional.ofNullable(bytes("scenarios/%s.yaml".formatted(name)))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /// @return a sample in base64; null when there is none of this name
    static @Nullable String sample(String name) {
        var bytes = SAMPLE.matcher(name).matches() ? bytes("META-INF/resources/samples/" + name) : null;
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static byte @Nullable [] bytes(String path) {
        try (var file = Shelf.class.getClassLoader().getResourceAsStream(path)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
