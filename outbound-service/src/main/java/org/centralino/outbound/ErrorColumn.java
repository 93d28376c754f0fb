package org.centralino.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import org.centralino.events.PlatformError;
import org.jspecify.annotations.Nullable;

/// What the platform said was wrong, as tables have it in their column `error`.
@Singleton
public class ErrorColumn {
    private final ObjectMapper json;

    ErrorColumn(ObjectMapper json) {
        this.json = json;
    }

    /// @return the value of the column; null for no error
    public @Nullable String written(@Nullable PlatformError error) {
        try {
            return error == null ? null : json.writeValueAsString(error);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An error of the platform can be written", impossible);
        }
    }

    /// @param row with the column as text
    public @Nullable PlatformError in(Row row) {
        var error = row.getString("error");
        try {
            return error == null ? null : json.readValue(error, PlatformError.class);
        } catch (JsonProcessingException strange) {
            throw new IllegalStateException("An error in the database cannot be read", strange);
        }
    }
}
