package org.centralino.system.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What the database would keep in order row by row, and makes ten times faster at the end: indexes, and the
/// constraints that stand on them. They are put back as they were, in the same transaction.
final class IndexesSetAside {
    /// Foreign keys come first: they stand on the others. Every word is the database's own.
    private static final String CONSTRAINTS = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
              format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint
            where contype in ('f', 'p', 'u') and (conrelid = any (?::regclass[]) or confrelid = any (?::regclass[]))
            order by contype = 'f' desc, conrelid, conname""";

    private static final String INDEXES = """
            select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
            from pg_index
            where indrelid = any (?::regclass[])
              and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
            order by indrelid, indexrelid""";

    private final Connection connection;
    private final List<String> restoring;

    private IndexesSetAside(Connection connection, List<String> restoring) {
        this.connection = connection;
        this.restoring = restoring;
    }

    static IndexesSetAside of(Connection connection, List<String> tables) throws SQLException {
        var restoring = new ArrayList<String>();
        for (var question : List.of(CONSTRAINTS, INDEXES)) {
            var dropping = new ArrayList<String>();
            try (var statement = connection.prepareStatement(question)) {
                for (var i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                    statement.setArray(i, connection.createArrayOf("text", tables.toArray()));
                }
                var found = statement.executeQuery();
                while (found.next()) {
                    dropping.add(found.getString(1));
                    restoring.addFirst(found.getString(2));
                }
            }
            execute(connection, dropping);
        }
        return new IndexesSetAside(connection, restoring);
    }

    void putBack() throws SQLException {
        execute(connection, restoring);
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
