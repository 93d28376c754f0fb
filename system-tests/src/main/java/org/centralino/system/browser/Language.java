package org.centralino.system.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.centralino.system.stack.Json;

/// A language of the page, with its words: so that the same is played in each.
public enum Language {
    ENGLISH("en", "en-GB"),
    ITALIAN("it", "it-IT");

    private static final Path PAGE = Path.of("gateway-service/src/main/webui/src");

    private final String code;
    private final String locale;
    private final Map<String, String> texts = new TreeMap<>();

    Language(String code, String locale) {
        this.code = code;
        this.locale = locale;
    }

    /// As browsers are told, such as `it-IT`.
    String locale() {
        return locale;
    }

    /// What stands there.
    ///
    /// @param key of the text, such as `composer.addNote`
    /// @param values for its `{places}`: name, value, name, value
    /// @throws IllegalArgumentException when the page has no such text
    public String says(String key, Object... values) {
        var text = texts().get(key);
        if (text == null) {
            throw new IllegalArgumentException("The page has no text " + key);
        }
        for (var at = 0; at < values.length; at += 2) {
            text = text.replace("{" + values[at] + "}", String.valueOf(values[at + 1]));
        }
        return text;
    }

    private synchronized Map<String, String> texts() {
        if (texts.isEmpty()) {
            var name = "texts.%s.json".formatted(code);
            try (var files =
                    Files.walk(Path.of(System.getProperty("centralino.root")).resolve(PAGE))) {
                files.filter(file -> file.endsWith(name)).map(Language::read).forEach(this::learn);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return texts;
    }

    private void learn(JsonNode file) {
        file.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
    }

    private static JsonNode read(Path file) {
        try {
            return Json.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
