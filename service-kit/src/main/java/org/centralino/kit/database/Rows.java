package org.centralino.kit.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Any number of rows as one parameter: one statement, prepared once, writes them all. In the statement,
///
/// ```
/// from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as row (id uuid, assignee_name text)
/// ```
///
/// makes a table of them again.
public final class Rows {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Rows() {}

    /// @return the time in a column
    public static @Nullable Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /// @param rows records whose components are named as the columns, in camel case; or plain strings
    /// @return a JSON array for the parameter
    public static String asJson(Collection<?> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Not rows of plain values", impossible);
        }
    }
}
