package org.centralino.events.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Looks for what a schema leaves unexplained.
final class Explanations {
    private Explanations() {}

    /// @return the places of fields and types that have no description
    static List<String> missingIn(JsonNode schema) {
        var missing = new ArrayList<String>();
        var title = schema.get("title").asText();
        collect(title, schema, missing);
        schema.path("definitions")
                .propertyStream()
                .forEach(definition -> collect(definition.getKey(), definition.getValue(), missing));
        return missing;
    }

    private static void collect(String place, JsonNode schema, List<String> missing) {
        if (!schema.has("description") && !schema.has("const") && !schema.has("not")) {
            missing.add(place);
        }
        schema.path("properties")
                .propertyStream()
                .forEach(field -> collect(place + "." + field.getKey(), field.getValue(), missing));
        schema.path("anyOf").forEach(kind -> collect(place + "?", kind, missing));
    }
}
