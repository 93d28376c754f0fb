package org.centralino.system.load;

import java.sql.SQLException;
import java.util.UUID;
import org.centralino.system.stack.RunningStack;

/// The database alone: messages written by one connection, a hundred to a transaction, into a table of their
/// own with the two indexes that no inbox can be without.
final class BareSql {
    private static final int BATCH = 100;
    private static final String WORDS = "as long as what people write when they ask for their order ".repeat(3);

    private BareSql() {}

    /// @return messages a second
    static double writtenPerSecond(RunningStack stack, int count) {
        try (var database = stack.database("conversation");
                var statement = database.createStatement()) {
            statement.execute("create schema if not exists ceiling");
            statement.execute("drop table if exists ceiling.message");
            statement.execute(
                    "create table ceiling.message (id uuid primary key, conversation_id uuid, sequence bigint,"
                            + " platform_id text unique, words text)");
            database.setAutoCommit(false);
            var start = System.nanoTime();
            try (var insert = database.prepareStatement(
                    "insert into ceiling.message" + " select id, id, 1, id::text, ? from unnest(?) as id")) {
                for (var written = 0; written < count; written += BATCH) {
                    var ids = new UUID[BATCH];
                    for (var i = 0; i < BATCH; i++) {
                        ids[i] = UUID.randomUUID();
                    }
                    insert.setString(1, WORDS);
                    insert.setArray(2, database.createArrayOf("uuid", ids));
                    insert.executeUpdate();
                    database.commit();
                }
            }
            var seconds = (System.nanoTime() - start) / 1e9;
            statement.execute("drop schema ceiling cascade");
            database.commit();
            return count / seconds;
        } catch (SQLException refused) {
            throw new IllegalStateException("The database's ceiling cannot be measured", refused);
        }
    }
}
