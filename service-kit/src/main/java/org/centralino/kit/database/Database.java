package org.centralino.kit.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.centralino.kit.outbox.Outbox;
import org.centralino.kit.outbox.OutboxRelay;
import org.jspecify.annotations.Nullable;

/// The service's database, for what streams: plain SQL, with as few round trips as the work needs. A
/// transaction that loads, decides and writes takes two: `begin` goes with the questions, `commit` with the
/// writes.
@Singleton
public class Database {
    private static final String UNIQUE_VIOLATION = "23505";

    private final io.vertx.sqlclient.Pool pool;
    private final OutboxRelay relay;

    Database(Pool pool, OutboxRelay relay) {
        this.pool = pool.getDelegate();
        this.relay = relay;
    }

    /// Carries out one statement, which is a transaction by itself.
    public Uni<RowSet<Row>> ask(String sql, @Nullable Object... parameters) {
        return execute(sql, Tuple.from(parameters));
    }

    /// The same. What it tells by an [Outbox] is on its way to Kafka when this completes.
    public Uni<RowSet<Row>> ask(Statement statement) {
        var rows = execute(statement.sql(), statement.parameters());
        return Outbox.tells(statement) ? rows.invoke(relay::wake) : rows;
    }

    private Uni<RowSet<Row>> execute(String sql, Tuple parameters) {
        return Uni.createFrom()
                .completionStage(
                        () -> pool.preparedQuery(sql).execute(parameters).toCompletionStage());
    }

    /// Writes something without a question before: one round trip.
    public Uni<Void> write(List<Statement> statements) {
        return statements.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction(_ -> Uni.createFrom().item(Written.only(statements)));
    }

    /// Carries out work that is committed as a whole or not at all. What it tells by an [Outbox] is on its way
    /// to Kafka when this completes.
    ///
    /// @param work asks what it needs to know and says what is to be written; when it fails, nothing is written
    /// @return the work's result, once it is committed
    public <T> Uni<T> transaction(Function<Transaction, Uni<Written<T>>> work) {
        return Uni.createFrom()
                .emitter(emitter -> pool.getConnection()
                        .onSuccess(connection -> begin(connection, work, emitter))
                        .onFailure(emitter::fail));
    }

    private <T> void begin(
            SqlConnection connection, Function<Transaction, Uni<Written<T>>> work, UniEmitter<? super T> emitter) {
        connection.query("begin").execute();
        var transaction = new Transaction(connection);
        Uni.createFrom()
                .deferred(() -> work.apply(transaction))
                .subscribe()
                .with(
                        written -> commit(connection, transaction.asked(), written, emitter),
                        failure -> connection.query("rollback").execute().onComplete(_ -> {
                            connection.close();
                            emitter.fail(failure);
                        }));
    }

    private <T> void commit(
            SqlConnection connection, List<Future<?>> asked, Written<T> written, UniEmitter<? super T> emitter) {
        // After a question that was refused, the server undoes everything and calls that a commit.
        var sent = new ArrayList<>(asked);
        written.statements()
                .forEach(statement ->
                        sent.add(connection.preparedQuery(statement.sql()).execute(statement.parameters())));
        // When one of them fails, this ends the transaction as well: by undoing it.
        sent.add(connection.query("commit").execute());
        Future.join(sent).onComplete(done -> {
            connection.close();
            if (done.succeeded()) {
                if (written.statements().stream().anyMatch(Outbox::tells)) {
                    relay.wake();
                }
                emitter.complete(written.result());
            } else {
                emitter.fail(firstFailure(sent));
            }
        });
    }

    /// @return whether another transaction was first with a key that is there once: who looks again finds what it wrote
    public static boolean wasBeaten(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    /// The later ones only say that the transaction was given up.
    private static Throwable firstFailure(List<Future<?>> sent) {
        return sent.stream().filter(Future::failed).findFirst().orElseThrow().cause();
    }
}
