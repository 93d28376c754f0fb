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

    /// Objects are merged field by field, clients by their id; anything else is replaced.
    static void merge(ObjectNode base, ObjectNode overlay) {
        overlay.properties().forEach(entry -> {
            var below = base.get(entry.getKey());
            if (below instanceof ObjectNode object && entry.getValue() instanceof ObjectNode over) {
                merge(object, over);
            } else if (entry.getKey().equals("clients") && below instanceof ArrayNode clients) {
                entry.getValue().forEach(client -> mergeClient(clients, (ObjectNode) client));
            } else {
                base.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static void mergeClient(ArrayNode clients, ObjectNode overlay) {
        for (JsonNode client : clients) {
            if (client.get("clientId").equals(overlay.get("clientId"))) {
                merge((ObjectNode) client, overlay);
                return;
            }
        }
        clients.add(overlay);
    }
}
