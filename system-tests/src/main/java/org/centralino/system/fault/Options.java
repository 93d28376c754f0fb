package org.centralino.system.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words after a command: `--name value`.
public final class Options {
    private final Map<String, String> values = new HashMap<>();

    /// @param known the names that the command understands
    /// @throws IllegalArgumentException for anything else
    public Options(String[] words, String... known) {
        for (var i = 0; i < words.length; i += 2) {
            var name = words[i].startsWith("--") ? words[i].substring(2) : words[i];
            if (!List.of(known).contains(name) || i + 1 == words.length) {
                throw new IllegalArgumentException("What is '%s'? Known: --%s, each with a value."
                        .formatted(words[i], String.join(", --", known)));
            }
            values.put(name, words[i + 1]);
        }
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public long number(String name, long otherwise) {
        return text(name).map(Long::valueOf).orElse(otherwise);
    }
}
