package org.centralino.kit.kafka;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Tells a failure that passes by itself from one that belongs to the record.
final class Outage {
    private Outage() {}

    /// @return whether the database or the network was away, or two transactions got in each other's
    ///     way: trying the same again can succeed
    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(Outage::passes);
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case PgException refused -> passes(refused.getSqlState());
            case IOException _, TimeoutException _ -> true;
            case IllegalStateException closed ->
                String.valueOf(closed.getMessage()).contains("closed");
            case io.vertx.core.VertxException broken ->
                String.valueOf(broken.getMessage())
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("clos");
            default -> false;
        };
    }

    /// Classes of SQLSTATE: 08 connection, 40 transaction rolled back (deadlock, serialization), 53 no
    /// resources, 57 operator intervention (shutdown, starting up), 58 system error; 55P03 lock not
    /// available, 23505 a key that another transaction took first: on the next try it is found.
    private static boolean passes(String state) {
        return state == null
                || Stream.of("08", "40", "53", "57", "58").anyMatch(state::startsWith)
                || state.equals("55P03")
                || state.equals("23505");
    }
}
