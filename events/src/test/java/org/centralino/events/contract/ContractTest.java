package org.centralino.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Set;
import org.centralino.events.GoldenFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    private static final String ADVICE =
            "The records changed and the contract did not. Write it anew and look at the difference: "
                    + Contract.COMMAND;

    @BeforeAll
    static void write() {
        if (Contract.WRITING) {
            Contract.write();
        }
    }

    static Set<String> files() {
        return Contract.made().keySet();
    }

    static List<GoldenFile> goldenFiles() {
        return GoldenFile.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_committed_contract_says_what_the_records_say(String file) {
        assertThat(Contract.committed().get(file))
                .as(ADVICE)
                .isEqualTo(Contract.made().get(file));
    }

    @Test
    void no_file_of_the_contract_is_about_something_that_is_gone() {
        assertThat(Contract.committed().keySet()).isEqualTo(Contract.made().keySet());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void what_was_published_is_of_its_schema(GoldenFile golden) {
        assertThat(violations(golden.wireName(), golden.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void a_schema_says_which_fields_are_always_there(GoldenFile golden) {
        var schema = Contract.schemas().get(golden.wireName());

        schema.get("required").forEach(field -> {
            var without = ((ObjectNode) golden.json().deepCopy()).without(field.asText());
            assertThat(violations(golden.wireName(), without))
                    .as("without " + field)
                    .isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void a_schema_lets_newer_writers_add_fields_and_kinds_of_content(GoldenFile golden) {
        var newer = (ObjectNode) golden.json().deepCopy();
        newer.put("addedTomorrow", true);
        if (newer.has("content")) {
            newer.putObject("content").put("type", "hologram").put("latitude", 45.4642);
        }

        assertThat(violations(golden.wireName(), newer)).isEmpty();
    }

    @Test
    void every_event_and_every_field_is_explained() {
        var unexplained = Contract.schemas().values().stream()
                .flatMap(schema -> Explanations.missingIn(schema).stream())
                .distinct();

        assertThat(unexplained).isEmpty();
    }

    private static List<String> violations(String wireName, JsonNode value) {
        return SCHEMAS.getSchema(Contract.schemas().get(wireName)).validate(value).stream()
                .map(Object::toString)
                .toList();
    }
}
