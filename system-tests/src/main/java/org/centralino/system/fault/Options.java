package org.centralino.system.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words after a command: `--name value`, and names that stand alone.
public final class Options {
    private final Map<String, String> values = new HashMap<>();

    /// @param known the names that the command understands
    /// @throws IllegalArgumentException for anything else
    public Options(String[] words, String... known) {
        this(words, List.of(), known);
    }

    /// @param alone the names that take no value
    /// @param known the names that take one
    /// @throws IllegalArgumentException for anything else
    public Options(String[] words, List<String> alone, String... known) {
        for (var i = 0; i < words.length; i++) {
            var name = words[i].startsWith("--") ? words[i].substring(2) : words[i];
            if (alone.contains(name)) {
                values.put(name, "");
            } else if (List.of(known).contains(name) && i + 1 < words.length) {
                values.put(name, words[++i]);
            } else {
                throw new IllegalArgumentException("What is '%s'? Known: --%s, each with a value%s."
                        .formatted(
                                words[i],
                                String.join(", --", known),
                                alone.isEmpty() ? "" : "; --" + String.join(", --", alone)));
            }
        }
    }

    /// @return whether this name was said
    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// @throws IllegalArgumentException when it is no whole number
    public long number(String name, long otherwise) {
        return text(name).map(value -> number(name, value)).orElse(otherwise);
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException other) {
            throw new IllegalArgumentException("--%s must be a whole number, not '%s'.".formatted(name, value), other);
        }
    }
}
