package org.centralino.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// An event as it was published once. The files are never edited: with a new form comes a new file.
///
/// @param name the file's name without its ending: the wire name, and behind it what is special about this
///     form
/// @param wireName the CloudEvents type
/// @param json the record's value
public record GoldenFile(String name, String wireName, JsonNode json) {
    private static final Path FOLDER = Path.of("src/test/resources/wire");
    private static final Pattern NAME = Pattern.compile("(?<wireName>[a-z.-]+\\.v\\d+)(\\.[a-z-]+)?");
    private static final ObjectMapper JSON = new ObjectMapper();

    public static List<GoldenFile> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(GoldenFile::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @return the form of an event that has everything
    public boolean isFull() {
        return name.equals(wireName);
    }

    public byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static GoldenFile read(Path file) {
        var name = file.getFileName().toString().replaceFirst("\\.json$", "");
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalStateException("Not named after an event: " + file);
        }
        try {
            return new GoldenFile(name, parts.group("wireName"), JSON.readTree(file.toFile()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
