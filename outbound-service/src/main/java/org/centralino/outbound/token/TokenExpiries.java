package org.centralino.outbound.token;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.centralino.kit.database.Database;
import org.centralino.outbound.token.domain.TokenFacts;

/// Until when the tokens in use are good, as the platform said last: written down, so that all replicas
/// know it and one of them asks.
@Singleton
public class TokenExpiries {
    private static final Duration ASKED_EVERY = Duration.ofDays(1);

    /// What was said of another token holds no more.
    private static final String CLAIM = """
            insert into token_expiry as known (phone_number_id, fingerprint, asked_at) values ($1, $2, $3)
            on conflict (phone_number_id) do update set fingerprint = excluded.fingerprint, asked_at = excluded.asked_at,
              expires_at = case when known.fingerprint = excluded.fingerprint then known.expires_at end
            where known.fingerprint <> excluded.fingerprint or known.asked_at < $4
            returning phone_number_id""";

    private static final String LEARN = """
            insert into token_expiry (phone_number_id, fingerprint, expires_at, asked_at) values ($1, $2, $3, $4)
            on conflict (phone_number_id) do update set fingerprint = excluded.fingerprint,
              expires_at = excluded.expires_at, asked_at = excluded.asked_at""";

    private static final String ALL =
            "select phone_number_id, fingerprint, expires_at from token_expiry where expires_at is not null";

    private final Database database;
    private final AccessTokens tokens;
    private final Clock clock;

    TokenExpiries(Database database, AccessTokens tokens, Clock clock) {
        this.database = database;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// @return whether the platform is to be asked now, by whoever gets this answer
    public Uni<Boolean> claim(String phoneNumberId) {
        var now = clock.instant();
        return database.ask(
                        CLAIM, phoneNumberId, tokens.fingerprint(phoneNumberId), utc(now), utc(now.minus(ASKED_EVERY)))
                .map(rows -> rows.size() > 0);
    }

    /// Takes down what the platform says of the token by which a number is called now.
    public Uni<Void> learn(String phoneNumberId, TokenFacts facts) {
        var expiresAt = facts.expiresAt();
        return database.ask(
                        LEARN,
                        phoneNumberId,
                        tokens.fingerprint(phoneNumberId),
                        expiresAt == null ? null : utc(expiresAt),
                        utc(clock.instant()))
                .replaceWithVoid();
    }

    /// @return by the number's id, when its token expires; those that never do, or of which it is not
    ///     known, are not among them
    public Uni<Map<String, Instant>> known() {
        return database.ask(ALL).map(rows -> {
            var found = new HashMap<String, Instant>();
            rows.forEach(row -> {
                var number = row.getString("phone_number_id");
                if (tokens.fingerprint(number).equals(row.getString("fingerprint"))) {
                    found.put(number, row.getOffsetDateTime("expires_at").toInstant());
                }
            });
            return found;
        });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
