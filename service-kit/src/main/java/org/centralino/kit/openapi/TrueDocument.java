package org.centralino.kit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centralino.events.Event;
import org.centralino.events.WhatsAppEvent.AccountReported;
import org.centralino.events.WireFormat;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.text.MaxCharacters;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/// Says in the OpenAPI document what the code says and no annotation has to repeat:
///
/// - A field of an answer is always there unless it is `@Nullable`, and then it is left out. What a request must have,
/// its
///   constraints say.
/// - A text has as many characters at most as [MaxCharacters] says.
/// - A type that events have, too, such as the content of a message, is described as the contract of the events does
/// it.
/// - Whatever fails, fails as a [Problem].
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class TrueDocument implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName MOST_CHARACTERS = DotName.createSimple(MaxCharacters.class);
    private static final String PROBLEM = "Problem";
    private static final String LOCAL = "#/definitions/";
    private static final String SHARED = "#/components/schemas/";
    private static final Pattern REFERENCE = Pattern.compile(SHARED + "(\\w+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final IndexView index;

    /// @param index the classes of the service and of what it is made of
    public TrueDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        if (components == null || components.getSchemas() == null) {
            return;
        }
        var schemas = new TreeMap<>(components.getSchemas());
        schemas.forEach(this::sayWhatIsAlwaysThere);
        schemas.forEach(this::sayHowLongTextsMayBe);
        schemas.putAll(describedByTheContract(schemas));
        components.setSchemas(schemas);
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> operation
                        .getResponses()
                        .addAPIResponse(
                                "default",
                                OASFactory.createAPIResponse()
                                        .description("It was refused, or it failed")
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        Problem.MEDIA_TYPE,
                                                        OASFactory.createMediaType()
                                                                .schema(OASFactory.createSchema()
                                                                        .ref(SHARED + PROBLEM))))));
    }

    private void sayWhatIsAlwaysThere(String name, Schema schema) {
        var fields = schema.getProperties();
        if (fields == null) {
            return;
        }
        recordOf(name, fields.keySet())
                .filter(type -> !type.simpleName().endsWith("Request"))
                .ifPresent(type -> schema.setRequired(fields.keySet().stream()
                        .filter(field -> !type.field(field).type().hasAnnotation(NULLABLE))
                        .sorted()
                        .toList()));
    }

    private void sayHowLongTextsMayBe(String name, Schema schema) {
        var fields = schema.getProperties();
        if (fields == null) {
            return;
        }
        recordOf(name, fields.keySet())
                .ifPresent(record -> fields.forEach((field, described) -> {
                    var type = record.field(field).type();
                    if (type.hasAnnotation(MOST_CHARACTERS)) {
                        described.setMaxLength(
                                type.annotation(MOST_CHARACTERS).value().asInt());
                    } else if (type.kind() == Type.Kind.PARAMETERIZED_TYPE && described.getItems() != null) {
                        Optional.ofNullable(type.asParameterizedType()
                                        .arguments()
                                        .getFirst()
                                        .annotation(MOST_CHARACTERS))
                                .ifPresent(most -> described
                                        .getItems()
                                        .setMaxLength(most.value().asInt()));
                    }
                }));
    }

    private Optional<ClassInfo> recordOf(String name, Set<String> fields) {
        return index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && isCalled(type, name))
                .filter(type -> fields.stream().allMatch(field -> type.field(field) != null))
                .findFirst();
    }

    /// A generic type is called as what it is of, too: `PageNoteView`.
    private static boolean isCalled(ClassInfo type, String name) {
        var schema = type.declaredAnnotation(SCHEMA);
        var given = schema == null ? null : schema.value("name");
        if (given != null) {
            return given.asString().equals(name);
        }
        return type.typeParameters().isEmpty() ? type.simpleName().equals(name) : name.startsWith(type.simpleName());
    }

    private static Map<String, Schema> describedByTheContract(Map<String, Schema> schemas) {
        var contract = contract();
        var wanted = new ArrayDeque<>(schemas.keySet());
        wanted.add(PROBLEM);
        var found = new TreeMap<String, JsonNode>();
        while (!wanted.isEmpty()) {
            var name = wanted.remove();
            var definition = contract.get(name);
            if (definition == null || found.put(name, definition) != null) {
                continue;
            }
            if (!name.equals(PROBLEM)) {
                sameOrFail(name, schemas.get(name), definition);
            }
            REFERENCE.matcher(definition.toString()).results().forEach(reference -> wanted.add(reference.group(1)));
        }
        return parsed(found);
    }

    private static void sameOrFail(String name, @Nullable Schema ours, JsonNode definition) {
        if (ours == null || ours.getProperties() == null) {
            return;
        }
        for (var field : ours.getProperties().keySet()) {
            if (!definition.path("properties").has(field)) {
                throw new IllegalStateException(
                        "%s has no %s in the contract of the events. Give the type of the API another name, by @Schema"
                                .formatted(name, field));
            }
        }
    }

    /// What the platform reports is told on as something else, but for what it says of accounts.
    ///
    /// @return the types that events are made of, and the problem, by their names
    private static Map<String, JsonNode> contract() {
        var definitions = new TreeMap<String, JsonNode>();
        var told = Stream.<WireFormat<? extends Event>>of(
                        WireFormat.CONVERSATION, WireFormat.ASSIGNMENT, WireFormat.NOTES)
                .flatMap(topic -> topic.types().keySet().stream());
        Stream.concat(told, WireFormat.WHATSAPP.namesOf(List.of(AccountReported.class)).stream())
                .forEach(event -> read("/contract/schemas/%s.json".formatted(event))
                        .path("definitions")
                        .properties()
                        .forEach(type -> definitions.put(type.getKey(), type.getValue())));
        definitions.put(PROBLEM, read("/problem.schema.json"));
        return definitions;
    }

    private static JsonNode read(String resource) {
        try (var file = Event.class.getResourceAsStream(resource)) {
            var bytes = Objects.requireNonNull(file, resource).readAllBytes();
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8).replace(LOCAL, SHARED));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, Schema> parsed(Map<String, JsonNode> schemas) {
        var document = JSON.createObjectNode().put("openapi", "3.1.0");
        document.withObject("/components/schemas").setAll(schemas);
        return SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardFilter(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .withCustomStaticFile(
                        () -> new ByteArrayInputStream(document.toString().getBytes(StandardCharsets.UTF_8)))
                .build()
                .model()
                .getComponents()
                .getSchemas();
    }
}
