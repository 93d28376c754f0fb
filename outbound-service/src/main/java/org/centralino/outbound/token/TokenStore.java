package org.centralino.outbound.token;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.centralino.events.Person;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;

/// The sealed tokens in their table.
@Singleton
class TokenStore {
    private static final String COLUMNS = "phone_number_id, sealed, replaced_at, replaced_by_id, replaced_by_name";
    private static final String ALL = "select " + COLUMNS + " from access_token";
    private static final String ONE = ALL + " where phone_number_id = $1";
    private static final String REPLACE = """
            insert into access_token (phone_number_id, sealed, replaced_at, replaced_by_id, replaced_by_name)
            values ($1, $2, $3, $4, $5)
            on conflict (phone_number_id) do update set sealed = excluded.sealed, replaced_at = excluded.replaced_at,
              replaced_by_id = excluded.replaced_by_id, replaced_by_name = excluded.replaced_by_name""";

    /// Somebody may have replaced it meanwhile.
    private static final String SEAL_ANEW =
            "update access_token set sealed = $3 where phone_number_id = $1 and sealed = $2";

    private static final String FORGET = "delete from access_token where phone_number_id = $1";

    private final Database database;

    TokenStore(Database database) {
        this.database = database;
    }

    /// A token that somebody gave to a number.
    record Stored(String phoneNumberId, String sealed, Instant replacedAt, Person replacedBy) {
        static Stored of(Row row) {
            return new Stored(
                    row.getString("phone_number_id"),
                    row.getString("sealed"),
                    row.getOffsetDateTime("replaced_at").toInstant(),
                    new Person(row.getUUID("replaced_by_id"), row.getString("replaced_by_name")));
        }
    }

    Uni<List<Stored>> all() {
        return database.ask(ALL)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Stored::of)
                        .toList());
    }

    Uni<Optional<Stored>> of(String phoneNumberId) {
        return database.ask(ONE, phoneNumberId)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Stored::of)
                        .findFirst());
    }

    Uni<Void> replace(Stored token) {
        return database.ask(replacing(token)).replaceWithVoid();
    }

    static Statement replacing(Stored token) {
        return Statement.of(
                REPLACE,
                token.phoneNumberId(),
                token.sealed(),
                token.replacedAt().atOffset(ZoneOffset.UTC),
                token.replacedBy().id(),
                token.replacedBy().name());
    }

    static Statement forgetting(String phoneNumberId) {
        return Statement.of(FORGET, phoneNumberId);
    }

    Uni<Void> sealAnew(Stored token, String sealed) {
        return database.ask(SEAL_ANEW, token.phoneNumberId(), token.sealed(), sealed)
                .replaceWithVoid();
    }

    Uni<Void> forget(String phoneNumberId) {
        return database.ask(forgetting(phoneNumberId)).replaceWithVoid();
    }
}
