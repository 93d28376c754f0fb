package org.centralino.events.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.centralino.events.GoldenFile;

/// The files that tell the contract to those who do not read Java, as they are made from the records and as
/// they are committed.
final class Contract {
    static final boolean WRITING = Boolean.getBoolean("contract.write");
    static final String COMMAND = "./centralino test events -Dcontract.write=true";

    private static final Path FOLDER = Path.of("src/main/resources/contract");
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter JSON = new ObjectMapper()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(TWO_SPACES)
                    .withArrayIndenter(TWO_SPACES)
                    .withSeparators(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)));
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .build();

    private static final SourceDocs DOCS = SourceDocs.read();
    private static final Map<String, ObjectNode> SCHEMAS = new RecordSchemas(DOCS, GoldenFile.all()).all();

    private Contract() {}

    /// @return the schema of every event by its wire name, as the records say it
    static Map<String, ObjectNode> schemas() {
        return SCHEMAS;
    }

    /// @return every file of the contract by its path, as the records say it
    static SortedMap<String, String> made() {
        var files = new TreeMap<String, String>();
        SCHEMAS.forEach((wireName, schema) -> files.put("schemas/%s.json".formatted(wireName), json(schema)));
        files.put("asyncapi.yaml", asyncApi());
        return files;
    }

    /// @return every file of the contract by its path, as it is committed
    static SortedMap<String, String> committed() {
        return read(FOLDER);
    }

    static void write() {
        write(FOLDER, made());
    }

    static SortedMap<String, String> read(Path folder) {
        var files = new TreeMap<String, String>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (var paths = Files.walk(folder)) {
            for (var file : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    static void write(Path folder, Map<String, String> files) {
        files.forEach((name, text) -> {
            try {
                var file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    static String json(JsonNode node) {
        try {
            return JSON.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String asyncApi() {
        try {
            return "# Made from the records. Not to be edited: " + COMMAND + "\n"
                    + YAML.writeValueAsString(AsyncApi.document(DOCS, GoldenFile.all()));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
