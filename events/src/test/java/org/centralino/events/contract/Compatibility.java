package org.centralino.events.contract;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/// Whether one form of an event can follow another under the same wire name. Events are kept for ever and
/// readers are upgraded one by one, so both must hold: who knows the old form understands the new one, and
/// who knows the new form understands what was written before.
///
/// That leaves one change: a new field that may be missing. (And a new kind of content, and a new word where
/// there is the word `other`, both of which readers expect.)
final class Compatibility {
    /// Readers take a word that they do not know for this one, where it is among the words.
    private static final String ANY_OTHER = "other";

    private final JsonNode oldRoot;
    private final JsonNode newRoot;
    private final List<String> problems = new ArrayList<>();

    private Compatibility(JsonNode oldRoot, JsonNode newRoot) {
        this.oldRoot = oldRoot;
        this.newRoot = newRoot;
    }

    /// @param oldSchema a form that was published
    /// @param newSchema what is to take its place
    /// @return why it cannot, as sentences; empty when it can
    static List<String> problems(JsonNode oldSchema, JsonNode newSchema) {
        var comparison = new Compatibility(oldSchema, newSchema);
        comparison.compare("", oldSchema, newSchema);
        return List.copyOf(comparison.problems);
    }

    private void compare(String place, JsonNode oldReference, JsonNode newReference) {
        var was = resolved(oldRoot, oldReference);
        var is = resolved(newRoot, newReference);
        if (!typeOf(was).equals(typeOf(is))) {
            problem(place, "was %s and is now %s".formatted(typeOf(was), typeOf(is)));
            return;
        }
        compareWords(place, was.path("enum"), is.path("enum"));
        compareFields(place, was, is);
        compareKinds(place, was.path("anyOf"), is.path("anyOf"));
        if (was.has("items") && is.has("items")) {
            compare(place + "[]", was.get("items"), is.get("items"));
        }
    }

    private void compareWords(String place, JsonNode was, JsonNode is) {
        if (was.isMissingNode() && is.isMissingNode()) {
            return;
        }
        if (was.isMissingNode()) {
            problem(place, "was free text and is now limited to " + words(is));
        } else if (is.isMissingNode()) {
            problem(place, "was limited to %s and is now free text".formatted(words(was)));
        } else {
            without(words(was), words(is))
                    .forEach(word -> problem(place, "can no longer be %s, which was published".formatted(word)));
            if (words(was).contains(ANY_OTHER)) {
                return;
            }
            without(words(is), words(was))
                    .forEach(word -> problem(place, "can now be %s, which older readers do not know".formatted(word)));
        }
    }

    private void compareFields(String place, JsonNode was, JsonNode is) {
        var oldFields = was.path("properties");
        var newFields = is.path("properties");
        var oldRequired = words(was.path("required"));
        var newRequired = words(is.path("required"));
        for (var field : names(oldFields)) {
            if (!newFields.has(field)) {
                problem(inside(place, field), "was removed");
                continue;
            }
            if (oldRequired.contains(field) && !newRequired.contains(field)) {
                problem(inside(place, field), "was always there and may now be missing");
            }
            if (!oldRequired.contains(field) && newRequired.contains(field)) {
                problem(inside(place, field), "may be missing in what was published and is now required");
            }
            compare(inside(place, field), oldFields.get(field), newFields.get(field));
        }
        for (var field : without(names(newFields), names(oldFields))) {
            if (newRequired.contains(field)) {
                problem(inside(place, field), "is new and required, and what was published does not have it");
            }
        }
    }

    /// Kinds may be added: the list is open.
    private void compareKinds(String place, JsonNode was, JsonNode is) {
        var newKinds = kinds(is);
        kinds(was).forEach((kind, form) -> {
            if (!newKinds.containsKey(kind)) {
                problem(place, "can no longer be of the kind %s, which was published".formatted(kind));
            } else {
                compareFields(inside(place, kind), form, newKinds.get(kind));
            }
        });
    }

    private static Map<String, JsonNode> kinds(JsonNode alternatives) {
        return StreamSupport.stream(alternatives.spliterator(), false)
                .filter(alternative -> !nameOfKind(alternative).isEmpty())
                .collect(toMap(Compatibility::nameOfKind, kind -> kind, (first, _) -> first, LinkedHashMap::new));
    }

    private static String nameOfKind(JsonNode alternative) {
        return alternative.path("properties").path("type").path("const").asText();
    }

    private static String typeOf(JsonNode schema) {
        if (schema.has("anyOf")) {
            return "one of several kinds";
        }
        var type = schema.path("type").asText("anything");
        return schema.has("format")
                ? "%s (%s)".formatted(type, schema.get("format").asText())
                : type;
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        var unwrapped = schema.path("allOf").size() == 1 ? schema.get("allOf").get(0) : schema;
        if (!unwrapped.has("$ref")) {
            return unwrapped;
        }
        var reference = unwrapped.get("$ref").asText();
        var found = reference.startsWith("#/") ? root.at(reference.substring(1)) : MissingNode.getInstance();
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("The schema has no " + reference);
        }
        return resolved(root, found);
    }

    private static Set<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(toCollection(LinkedHashSet::new));
    }

    private static Set<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(toCollection(LinkedHashSet::new));
    }

    private static List<String> without(Set<String> words, Set<String> taken) {
        return words.stream().filter(word -> !taken.contains(word)).toList();
    }

    private static String inside(String place, String field) {
        return place.isEmpty() ? field : place + "." + field;
    }

    private void problem(String place, String what) {
        problems.add(place.isEmpty() ? "it " + what : place + " " + what);
    }
}
