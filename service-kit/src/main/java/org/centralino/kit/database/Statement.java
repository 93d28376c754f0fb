package org.centralino.kit.database;

import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/// A statement that changes something, and its parameters.
///
/// @param sql with parameters `$1`, `$2` …
public record Statement(String sql, Tuple parameters) {
    public static Statement of(String sql, @Nullable Object... parameters) {
        return new Statement(sql, Tuple.from(parameters));
    }
}
