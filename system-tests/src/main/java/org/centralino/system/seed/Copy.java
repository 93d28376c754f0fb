package org.centralino.system.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// Rows on their way into a table, in the text form of PostgreSQL's COPY.
final class Copy implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final String NOTHING = "\\N";

    private final PGCopyOutputStream out;
    private final StringBuilder waiting = new StringBuilder(2 * BUFFER);
    private long rows;

    private Copy(PGCopyOutputStream out) {
        this.out = out;
    }

    /// @param table its name, and its columns in brackets
    static Copy into(Connection connection, String table) throws SQLException {
        return new Copy(new PGCopyOutputStream(
                connection.unwrap(PGConnection.class), "copy %s from stdin".formatted(table), BUFFER));
    }

    /// @param values in the order of the columns; null is the database's null
    void row(@Nullable Object... values) {
        for (var i = 0; i < values.length; i++) {
            if (i > 0) {
                waiting.append('\t');
            }
            append(values[i]);
        }
        waiting.append('\n');
        rows++;
        if (waiting.length() >= BUFFER) {
            flush();
        }
    }

    long rows() {
        return rows;
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> waiting.append(NOTHING);
            case String text -> escaped(text);
            case Instant time -> waiting.append(time);
            default -> waiting.append(value);
        }
    }

    private void escaped(String text) {
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> waiting.append("\\\\");
                case '\t' -> waiting.append("\\t");
                case '\n' -> waiting.append("\\n");
                case '\r' -> waiting.append("\\r");
                default -> waiting.append(text.charAt(i));
            }
        }
    }

    private void flush() {
        try {
            out.write(waiting.toString().getBytes(StandardCharsets.UTF_8));
            waiting.setLength(0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Override
    public void close() {
        flush();
        try {
            out.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
