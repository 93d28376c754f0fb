package org.centralino.kit.database;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/// A transaction that is being carried out.
public final class Transaction {
    private final SqlConnection connection;

    Transaction(SqlConnection connection) {
        this.connection = connection;
    }

    /// Sends a statement at once, behind those that were sent before: who asks several things before he waits
    /// for an answer pays for one round trip. The server carries them out one after the other, so what a
    /// later one reads is already under the locks of an earlier one.
    ///
    /// @return the rows; what is asked is asked also when nobody subscribes
    public Uni<RowSet<Row>> ask(String sql, Object... parameters) {
        var answer = connection.preparedQuery(sql).execute(Tuple.from(parameters));
        return Uni.createFrom().completionStage(answer::toCompletionStage);
    }
}
