package org.centralino.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Makes one OpenAPI document of several. Schemas that have one name and two meanings are told apart by the
/// name of their service.
final class OpenApiMerge {
    private static final String SCHEMA = "#/components/schemas/";

    private final ObjectNode whole;

    /// @param first the document to which the others are added
    OpenApiMerge(ObjectNode first) {
        this.whole = first.deepCopy();
    }

    /// Adds what a service says of its paths.
    ///
    /// @param name the service's name
    /// @param owns whether a path belongs to it; others are left out
    OpenApiMerge add(String name, ObjectNode document, Predicate<String> owns) {
        var theirs = document.deepCopy();
        var renamed = new HashMap<String, String>();
        theirs.path("components").path("schemas").properties().forEach(schema -> {
            var known = whole.path("components").path("schemas").path(schema.getKey());
            if (!known.isMissingNode() && !known.equals(schema.getValue())) {
                renamed.put(SCHEMA + schema.getKey(), SCHEMA + capitalised(name) + schema.getKey());
            }
        });
        rename(theirs, renamed);
        theirs.path("components").properties().forEach(kind -> {
            var ours = whole.withObjectProperty("components").withObjectProperty(kind.getKey());
            kind.getValue().properties().forEach(part -> {
                var target = renamed.getOrDefault(SCHEMA + part.getKey(), SCHEMA + part.getKey());
                ours.set(
                        kind.getKey().equals("schemas") ? target.substring(SCHEMA.length()) : part.getKey(),
                        part.getValue());
            });
        });
        theirs.path("paths").properties().stream()
                .filter(path -> owns.test(path.getKey()))
                .forEach(path -> whole.withObjectProperty("paths").set(path.getKey(), path.getValue()));
        return this;
    }

    ObjectNode document() {
        return whole;
    }

    private static void rename(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object) {
            var reference = object.path("$ref").asText();
            if (renamed.containsKey(reference)) {
                object.put("$ref", renamed.get(reference));
            }
            object.forEach(child -> rename(child, renamed));
        } else if (node instanceof ArrayNode list) {
            list.forEach(child -> rename(child, renamed));
        }
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
