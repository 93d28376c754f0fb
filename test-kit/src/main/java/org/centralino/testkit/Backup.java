package org.centralino.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All tables of a service as they stood at a moment, kept beside them.
public final class Backup {
    /// Which tables there are, and their columns that are not computed.
    private static final String TABLES = """
            select table_name, string_agg(quote_ident(column_name), ', ' order by ordinal_position)
            from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
              and is_generated = 'NEVER'
            group by table_name""";

    private final String database;
    private final Instant since;

    private Backup(String database, Instant since) {
        this.database = database;
        this.since = since;
    }

    /// @param database the name of a service
    public static Backup of(String database) {
        var since = Instant.now();
        run(database, connection -> {
            execute(connection, "drop schema if exists kept cascade");
            execute(connection, "create schema kept");
            for (var table : tables(connection).entrySet()) {
                execute(
                        connection,
                        "create table kept.%s as select %s from public.%1$s"
                                .formatted(table.getKey(), table.getValue()));
            }
            return null;
        });
        return new Backup(database, since);
    }

    /// @return a moment before it was made
    public Instant since() {
        return since;
    }

    /// Puts the tables back as they were, at once: who runs on writes before that or after it.
    public void restore() {
        run(database, connection -> {
            connection.setAutoCommit(false);
            var tables = tables(connection);
            execute(connection, "set session_replication_role = replica");
            execute(connection, "truncate " + String.join(", ", tables.keySet()));
            for (var table : tables.entrySet()) {
                execute(
                        connection,
                        "insert into public.%s (%s) overriding system value select %2$s from kept.%1$s"
                                .formatted(table.getKey(), table.getValue()));
            }
            connection.commit();
            return null;
        });
    }

    /// @param table its name
    /// @param without columns that do not matter
    /// @return the rows of the table as it stands now, as JSON, in the order of their text
    public static List<String> rows(String database, String table, String... without) {
        var minus = without.length == 0 ? "" : " - '{%s}'::text[]".formatted(String.join(",", without));
        return run(database, connection -> {
            var rows = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery(
                            "select (to_jsonb(t)%s)::text from public.%s t order by 1".formatted(minus, table))) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        });
    }

    private static Map<String, String> tables(Connection connection) throws SQLException {
        var tables = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery(TABLES)) {
            while (found.next()) {
                tables.put(found.getString(1), found.getString(2));
            }
        }
        return tables;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException;
    }

    private static <T extends @Nullable Object> T run(String database, Work<T> work) {
        try (var connection = Infrastructure.running().connect(database)) {
            return work.with(connection);
        } catch (SQLException refused) {
            throw new IllegalStateException("The tables of %s cannot be kept".formatted(database), refused);
        }
    }
}
