package org.centralino.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The OpenAPI document of a service, as it is committed beside the service. The web app's types are made from it.
public final class ApiDescription {
    private static final Path COMMITTED = Path.of("openapi.json");
    private static final boolean WRITING = Boolean.getBoolean("contract.write");
    private static final String ADVICE = "The API changed and openapi.json did not. Write it anew with"
            + " -Dcontract.write=true, look at the difference, then `npm run generate` in the web app";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(TWO_SPACES)
            .withArrayIndenter(TWO_SPACES)
            .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)));

    private ApiDescription() {}

    /// Fails when what is committed is not what the service says of itself; with `-Dcontract.write=true`, commits it.
    ///
    /// @param document as the service made it, in JSON
    public static void isCommitted(String document) {
        try {
            var made = text(JSON.readTree(document));
            if (WRITING) {
                Files.writeString(COMMITTED, made);
            }
            assertEquals(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "", made, ADVICE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The addresses of this run are left out, and names stand in one order.
    private static String text(JsonNode document) throws JsonProcessingException {
        var lasting = (ObjectNode) document;
        lasting.remove("servers");
        lasting.path("components")
                .path("securitySchemes")
                .forEach(scheme -> ((ObjectNode) scheme).remove("openIdConnectUrl"));
        return WRITER.writeValueAsString(JSON.treeToValue(lasting, Object.class)) + "\n";
    }
}
