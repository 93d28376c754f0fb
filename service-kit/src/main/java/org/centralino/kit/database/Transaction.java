package org.centralino.kit.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// A transaction that is being carried out.
public final class Transaction {
    private final SqlConnection connection;
    private final Queue<Future<?>> asked = new ConcurrentLinkedQueue<>();

    Transaction(SqlConnection connection) {
        this.connection = connection;
    }

    /// Sends a statement at once, behind those that were sent before: who asks several things before he waits
    /// for an answer pays for one round trip. The server carries them out one after the other, so what a
    /// later one reads is already under the locks of an earlier one.
    ///
    /// @return the rows; what is asked is asked also when nobody subscribes
    public Uni<RowSet<Row>> ask(String sql, @Nullable Object... parameters) {
        return ask(connection.preparedQuery(sql).execute(Tuple.from(parameters)));
    }

    /// The same.
    public Uni<RowSet<Row>> ask(Statement statement) {
        return ask(connection.preparedQuery(statement.sql()).execute(statement.parameters()));
    }

    /// Carries out what would else be written at the end, one after the other, so that what is asked
    /// behind it sees it.
    public Uni<Void> carryOut(List<Statement> statements) {
        var asked = statements.stream().map(this::ask).toList();
        return asked.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(asked).andFailFast().replaceWithVoid();
    }

    private Uni<RowSet<Row>> ask(Future<RowSet<Row>> answer) {
        asked.add(answer);
        return Uni.createFrom().completionStage(answer::toCompletionStage);
    }

    /// The answers to all that was asked, whether or not anybody waited for them.
    List<Future<?>> asked() {
        return List.copyOf(asked);
    }
}
