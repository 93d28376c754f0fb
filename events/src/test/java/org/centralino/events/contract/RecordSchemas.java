package org.centralino.events.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.events.Channel;
import org.centralino.events.GoldenFile;

/// Makes JSON Schemas (draft 07, which AsyncAPI and the generators of other languages read) from the
/// records of the events.
///
/// Which fields may be missing is not said in the records: it is learnt from the golden files. A field is
/// optional when a form that was ever published has none. Those files are never edited, so a field that is
/// added later is optional by itself.
final class RecordSchemas {
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
    private static final Map<Class<?>, Form> FORMS = Map.of(
            String.class, new Form("string", null),
            UUID.class, new Form("string", "uuid"),
            Instant.class, new Form("string", "date-time"),
            long.class, new Form("integer", "int64"),
            int.class, new Form("integer", "int32"),
            double.class, new Form("number", "double"),
            BigDecimal.class, new Form("number", null),
            boolean.class, new Form("boolean", null));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SourceDocs docs;
    private final Set<String> optional = new HashSet<>();

    private record Form(String type, String format) {}

    RecordSchemas(SourceDocs docs, List<GoldenFile> published) {
        this.docs = docs;
        var types = Channel.publishedTypes();
        published.forEach(golden -> learn(types.get(golden.wireName()), golden.json()));
    }

    /// @return the schema of every published event by its wire name, in alphabetical order
    Map<String, ObjectNode> all() {
        var schemas = new TreeMap<String, ObjectNode>();
        Channel.publishedTypes().forEach((wireName, type) -> schemas.put(wireName, schema(wireName, type)));
        return schemas;
    }

    private ObjectNode schema(String wireName, Class<?> event) {
        var definitions = new TreeMap<String, ObjectNode>();
        var body = object(event, definitions);
        var schema = JSON.createObjectNode();
        schema.put("$schema", DRAFT);
        schema.put("title", wireName);
        schema.setAll(body);
        if (!definitions.isEmpty()) {
            schema.putObject("definitions").setAll(definitions);
        }
        return schema;
    }

    private ObjectNode object(Class<?> type, Map<String, ObjectNode> definitions) {
        var object = described(JSON.createObjectNode(), docs.of(type).orElse(null));
        object.put("type", "object");
        var required = object.putArray("required");
        var properties = object.putObject("properties");
        for (var field : type.getRecordComponents()) {
            if (!optional.contains(nameOf(type, field))) {
                required.add(field.getName());
            }
            var description = docs.of(type, field.getName()).orElse(null);
            properties.set(field.getName(), value(field.getGenericType(), description, definitions));
        }
        return object;
    }

    private ObjectNode value(Type type, String description, Map<String, ObjectNode> definitions) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            var array = described(JSON.createObjectNode(), description);
            array.put("type", "array");
            array.set("items", value(list.getActualTypeArguments()[0], null, definitions));
            return array;
        }
        var form = type instanceof Class<?> simple ? FORMS.get(unboxed(simple)) : null;
        return form != null ? scalar(form, description) : reference((Class<?>) type, description, definitions);
    }

    private static Class<?> unboxed(Class<?> type) {
        return MethodType.methodType(type).unwrap().returnType();
    }

    private static ObjectNode scalar(Form form, String description) {
        var scalar = described(JSON.createObjectNode(), description);
        scalar.put("type", form.type());
        if (form.format() != null) {
            scalar.put("format", form.format());
        }
        return scalar;
    }

    /// Draft 07 ignores what stands beside a reference, so a description needs a wrapping.
    private ObjectNode reference(Class<?> type, String description, Map<String, ObjectNode> definitions) {
        var name = type.getSimpleName();
        if (!definitions.containsKey(name)) {
            definitions.put(name, JSON.createObjectNode());
            definitions.put(name, definition(type, definitions));
        }
        var reference = JSON.createObjectNode().put("$ref", "#/definitions/" + name);
        if (description == null) {
            return reference;
        }
        var wrapping = described(JSON.createObjectNode(), description);
        wrapping.putArray("allOf").add(reference);
        return wrapping;
    }

    private ObjectNode definition(Class<?> type, Map<String, ObjectNode> definitions) {
        if (type.isEnum()) {
            return words(type);
        }
        return type.isRecord() ? object(type, definitions) : kinds(type, definitions);
    }

    private ObjectNode words(Class<?> type) {
        var meanings = new TreeMap<Integer, String>();
        var schema = JSON.createObjectNode();
        var words = schema.arrayNode();
        for (var constant : type.getEnumConstants()) {
            var name = ((Enum<?>) constant).name();
            var word = wordOf(type, name);
            words.add(word);
            docs.of(type, name).ifPresent(meaning -> meanings.put(words.size(), "`%s`: %s".formatted(word, meaning)));
        }
        var lines = Stream.concat(docs.of(type).stream(), meanings.values().stream())
                .toList();
        described(schema, lines.isEmpty() ? null : String.join("\n", lines));
        schema.put("type", "string");
        schema.set("enum", words);
        return schema;
    }

    private static String wordOf(Class<?> type, String constant) {
        try {
            return type.getField(constant).getAnnotation(JsonProperty.class).value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Kinds that are told apart by a word. The list is open: a reader must expect words that are not in
    /// it.
    private ObjectNode kinds(Class<?> type, Map<String, ObjectNode> definitions) {
        var word = type.getAnnotation(JsonTypeInfo.class).property();
        var schema = described(JSON.createObjectNode(), docs.of(type).orElse(null));
        var alternatives = schema.putArray("anyOf");
        var known = JSON.createArrayNode();
        for (var kind : type.getAnnotation(JsonSubTypes.class).value()) {
            known.add(kind.name());
            var object = object(kind.value(), definitions);
            var discriminator = JSON.createObjectNode().put("type", "string").put("const", kind.name());
            var properties = JSON.createObjectNode().<ObjectNode>set(word, discriminator);
            properties.setAll((ObjectNode) object.get("properties"));
            var required = JSON.createArrayNode().add(word);
            object.get("required").forEach(required::add);
            object.set("required", required);
            object.set("properties", properties);
            alternatives.add(object);
        }
        var other = alternatives.addObject();
        other.put("description", "A kind that was added later than this schema.");
        other.put("type", "object");
        other.putArray("required").add(word);
        other.putObject("properties")
                .putObject(word)
                .put("type", "string")
                .putObject("not")
                .set("enum", known);
        return schema;
    }

    private static ObjectNode described(ObjectNode schema, String description) {
        return description == null ? schema : schema.put("description", description);
    }

    private void learn(Class<?> type, JsonNode json) {
        if (type.isAnnotationPresent(JsonTypeInfo.class)) {
            learn(kindOf(type, json), json);
        } else if (type.isRecord()) {
            for (var field : type.getRecordComponents()) {
                learn(type, field, json.get(field.getName()));
            }
        }
    }

    private void learn(Class<?> type, RecordComponent field, JsonNode value) {
        if (value == null) {
            optional.add(nameOf(type, field));
        } else if (field.getGenericType() instanceof ParameterizedType list) {
            value.forEach(item -> learn((Class<?>) list.getActualTypeArguments()[0], item));
        } else {
            learn(field.getType(), value);
        }
    }

    private static Class<?> kindOf(Class<?> type, JsonNode json) {
        var word = json.get(type.getAnnotation(JsonTypeInfo.class).property()).textValue();
        return Arrays.stream(type.getAnnotation(JsonSubTypes.class).value())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static String nameOf(Class<?> type, RecordComponent field) {
        return type.getName() + "#" + field.getName();
    }
}
