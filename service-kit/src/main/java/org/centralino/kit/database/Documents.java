package org.centralino.kit.database;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The documents inside a row: written as they are in events, and read with what a newer version added left out.
public final class Documents {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private Documents() {}

    /// @return the document; null for nothing
    public static @Nullable String writeIfAny(@Nullable Object value) {
        return value == null ? null : write(value);
    }

    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Not a document", impossible);
        }
    }

    /// @return the value; null for nothing
    public static <T> @Nullable T readIfAny(@Nullable String document, Class<T> type) {
        return document == null ? null : read(document, type);
    }

    /// @return the values; none for nothing
    public static <T> List<T> readList(@Nullable String document, Class<T> type) {
        if (document == null) {
            return List.of();
        }
        try {
            return JSON.readValue(document, JSON.getTypeFactory().constructCollectionType(List.class, type));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The row was not written by this service", broken);
        }
    }

    public static <T> T read(String document, Class<T> type) {
        try {
            return JSON.readValue(document, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The row was not written by this service", broken);
        }
    }
}
