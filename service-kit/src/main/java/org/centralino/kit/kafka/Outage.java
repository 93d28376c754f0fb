package org.centralino.kit.kafka;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/// Tells a failure that passes by itself from one that belongs to the record.
///
/// The first is waited out for as long as it takes, so a failure that a record causes each time must never
/// be taken for it: that record would block all behind it. The other way round, the fault of what is away
/// must never be blamed on records: all of them would be set aside.
final class Outage {
    private static final int DEEPEST = 20;
    private static final String CANCELLED = "57014";
    private static final Pattern GONE = Pattern.compile("(connection|pool|client|session)\\b.*\\bclosed");

    private Outage() {}

    /// @return whether the database, the broker or the network was away, or two transactions got in each
    ///     other's way: trying the same again can succeed
    static boolean isBehind(Throwable failure) {
        return causesOf(failure).anyMatch(Outage::passes);
    }

    /// @return whether it cannot be told from the failure alone: somebody should ask whether what the work needs
    ///     is there
    static boolean mayBeBehind(Throwable failure) {
        return causesOf(failure)
                .anyMatch(cause -> cause instanceof Handling.TooLongException
                        || cause instanceof PgException refused && CANCELLED.equals(refused.getSqlState()));
    }

    /// @return what began it, as far as can be told
    static Throwable rootOf(Throwable failure) {
        return causesOf(failure).reduce(failure, (_, cause) -> cause);
    }

    /// The failure itself and what is behind it. The end is ours: a failure may name itself as its cause.
    private static Stream<Throwable> causesOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }

    /// What was needed did not answer when it was asked.
    static final class AwayException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AwayException(Throwable cause) {
            super("The database does not answer", cause);
        }
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case AwayException _ -> true;
            case Handling.TooLongException _ -> false;
            case PgException refused -> passes(refused.getSqlState());
            case JacksonException _, CharacterCodingException _ -> false;
            case IOException _, TimeoutException _, io.smallrye.mutiny.TimeoutException _ -> true;
            case ClosedConnectionException _, RetriableException _ -> true;
            case IllegalStateException gone -> GONE.matcher(messageOf(gone)).find();
            default -> isOfVertx(cause) && isAbout(messageOf(cause), "clos", "timeout", "not active");
        };
    }

    /// Vert.x tells most of what is wrong with a connection in words only.
    private static boolean isOfVertx(Throwable cause) {
        return cause.getClass().getName().startsWith("io.vertx.");
    }

    private static boolean isAbout(String message, String... words) {
        return Stream.of(words).anyMatch(message::contains);
    }

    private static String messageOf(Throwable cause) {
        return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    }

    /// Classes of SQLSTATE: 08 connection, 28 and 3D not let in (a password that is being changed, a
    /// database that is being made), 40 transaction rolled back (deadlock, serialization), 53 no resources,
    /// 57 operator intervention (shutdown, starting up), 58 system error; 25006 a server that only reads
    /// (fail-over), 55P03 lock not available.
    ///
    /// Not 57014, a statement that was cancelled because it took too long: it may be the fault of what it does.
    ///
    /// Not 23505, a key that is taken: when another transaction took it first, the next try finds it, and
    /// three tries are enough. A record that breaks a key each time must not be tried for ever.
    private static boolean passes(@Nullable String state) {
        return state == null
                || !state.equals(CANCELLED)
                        && Stream.of("08", "28", "3D", "40", "53", "57", "58").anyMatch(state::startsWith)
                || state.equals("25006")
                || state.equals("55P03");
    }
}
