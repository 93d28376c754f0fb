package org.centralino.events.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The forms that were ever published: `<wire name>/<number>.json`, without descriptions. Files are only
/// added. A form is published when it is committed.
final class Published {
    private static final Path FOLDER = Path.of("src/test/resources/published");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Published() {}

    /// @return every published form by its wire name, oldest first
    static SortedMap<String, List<JsonNode>> forms() {
        var byNumber = new TreeMap<String, SortedMap<Integer, JsonNode>>();
        Contract.read(FOLDER).forEach((path, text) -> {
            var parts = path.split("/", 2);
            var number = Integer.valueOf(parts[1].replaceFirst("\\.json$", ""));
            byNumber.computeIfAbsent(parts[0], _ -> new TreeMap<>()).put(number, parsed(text));
        });
        var forms = new TreeMap<String, List<JsonNode>>();
        byNumber.forEach((wireName, numbered) -> {
            if (numbered.firstKey() != 1 || numbered.lastKey() != numbered.size()) {
                throw new IllegalStateException(
                        "A published form of %s is missing: %s".formatted(wireName, numbered.keySet()));
            }
            forms.put(wireName, new ArrayList<>(numbered.values()));
        });
        return forms;
    }

    static void add(String wireName, int number, JsonNode form) {
        Contract.write(FOLDER, Map.of("%s/%d.json".formatted(wireName, number), Contract.json(form)));
    }

    /// @return the schema without what is only said to people
    static JsonNode formOf(JsonNode schema) {
        var form = schema.deepCopy();
        withoutDescriptions(form);
        return form;
    }

    /// A field may be called `description`, too: its schema is no text. A reference is wrapped only to be
    /// described.
    private static void withoutDescriptions(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("description").isTextual()) {
                object.remove("description");
            }
            if (object.remove("allOf") instanceof ArrayNode wrapping) {
                object.setAll((ObjectNode) wrapping.get(0));
            }
        }
        node.forEach(Published::withoutDescriptions);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
