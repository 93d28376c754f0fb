package org.centralino.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.centralino.local.StackException;

/// The realm of the local stack: the production realm with the overlay of what only a local stack may have.
final class RealmFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// The lists whose elements have a name, and the field that it stands in.
    private static final Map<String, String> NAMES = Map.of("clients", "clientId", "users", "username");

    private RealmFile() {}

    /// @param variables what `${NAME}` stands for
    /// @return the realm as Keycloak imports it
    static String merged(Path realm, Path overlay, Map<String, String> variables) {
        try {
            var merged = JSON.readTree(filled(realm, variables));
            merge((ObjectNode) merged, (ObjectNode) JSON.readTree(filled(overlay, variables)));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(merged);
        } catch (IOException broken) {
            throw new StackException("The realm could not be read: " + broken.getMessage(), broken);
        }
    }

    private static String filled(Path file, Map<String, String> variables) throws IOException {
        var text = Files.readString(file);
        for (var variable : variables.entrySet()) {
            text = text.replace("${" + variable.getKey() + "}", variable.getValue());
        }
        return text;
    }

    /// Objects are merged field by field, clients and users by their names; anything else is replaced.
    static void merge(ObjectNode base, ObjectNode overlay) {
        overlay.properties().forEach(entry -> {
            var below = base.get(entry.getKey());
            if (below instanceof ObjectNode object && entry.getValue() instanceof ObjectNode over) {
                merge(object, over);
            } else if (NAMES.containsKey(entry.getKey()) && below instanceof ArrayNode list) {
                var name = NAMES.get(entry.getKey());
                entry.getValue().forEach(element -> mergeElement(list, name, (ObjectNode) element));
            } else {
                base.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static void mergeElement(ArrayNode list, String name, ObjectNode overlay) {
        for (JsonNode element : list) {
            if (element.get(name).equals(overlay.get(name))) {
                merge((ObjectNode) element, overlay);
                return;
            }
        }
        list.add(overlay);
    }
}
