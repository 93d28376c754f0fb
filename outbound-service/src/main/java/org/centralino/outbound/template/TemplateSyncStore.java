package org.centralino.outbound.template;

import static org.centralino.kit.database.Rows.instant;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.centralino.events.AccountFact.TemplateChanged;
import org.centralino.events.PlatformError;
import org.centralino.events.WhatsAppEvent.AccountReported;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Statement;
import org.jspecify.annotations.Nullable;

/// When accounts are to be read, and how that went. Of all replicas the one that moves an account's row ahead reads it;
/// when it dies, the row is due again.
@Singleton
public class TemplateSyncStore {
    private static final String MAKE = """
            insert into template_sync as before (account_id, due_at)
            select account_id, clock_timestamp() from unnest(cast($1 as text[])) as account_id
            on conflict (account_id) do update set due_at = excluded.due_at
            where before.synced_at is null or before.synced_at < clock_timestamp() - interval '1 minute'""";

    private static final String CLAIM = """
            with due as materialized (
              select account_id as id from template_sync
              where account_id = any ($1) and due_at <= clock_timestamp()
              order by due_at limit 1 for update skip locked)
            update template_sync set fence = fence + 1,
              due_at = clock_timestamp() + cast($2 as bigint) * interval '1 millisecond'
            from due where account_id = due.id
            returning account_id, fence, clock_timestamp() as began""";

    private static final String ASK = """
            update template_sync set asked_at = clock_timestamp(), due_at = least(due_at, clock_timestamp())
            where account_id = $1""";

    /// The platform tells of a change a moment before its list shows it.
    private static final String HEARD = """
            update template_sync set asked_at = clock_timestamp() + interval '2 seconds',
              due_at = least(due_at, clock_timestamp() + interval '2 seconds')
            where cast($1 as text) is null or account_id = $1""";

    /// One look answers many doubts. What waits to be read already, or was read a moment ago, is not read for each.
    private static final String DOUBT = """
            update template_sync set asked_at = clock_timestamp(),
              due_at = least(due_at, greatest(clock_timestamp(), synced_at + interval '10 seconds'))
            where account_id = $1 and (asked_at is null or asked_at <= synced_at)""";

    private static final String EXPLAIN = "update template set explanation = $2 where id = $1";

    private static final String READ = """
            update template_sync set synced_at = clock_timestamp(), error = null, reason = null,
              due_at = case when asked_at > $3 then least(due_at, greatest(asked_at, clock_timestamp()))
                else clock_timestamp() + cast($4 as bigint) * interval '1 millisecond' end
            where account_id = $1 and fence = $2""";

    private static final String FAILED = """
            update template_sync set error = cast($3 as text)::jsonb, reason = $4,
              due_at = clock_timestamp() + cast($5 as bigint) * interval '1 millisecond'
            where account_id = $1 and fence = $2""";

    private static final String HOW =
            "select synced_at, error::text as error, reason from template_sync where account_id = $1";

    private final Database database;

    TemplateSyncStore(Database database) {
        this.database = database;
    }

    /// An account that this replica reads now.
    ///
    /// @param fence tells this time from others
    /// @param began by the database's clock
    record Claim(String accountId, long fence, Instant began) {}

    /// How reading an account went.
    ///
    /// @param syncedAt when it was read last
    /// @param error why the last try failed, by the platform
    /// @param reason why the last try failed, for people
    record How(
            @Nullable Instant syncedAt,
            @Nullable PlatformError error,
            @Nullable String reason) {}

    /// @return what makes the accounts of these reports be read soon, and keeps what the platform said to them
    public List<Statement> recording(List<AccountReported> reports) {
        var ofTemplates = reports.stream()
                .filter(report -> report.fact() instanceof TemplateChanged)
                .toList();
        var statements = new ArrayList<Statement>();
        ofTemplates.stream()
                .map(AccountReported::accountId)
                .distinct()
                .forEach(account -> statements.add(Statement.of(HEARD, account)));
        for (var report : ofTemplates) {
            if (report.fact() instanceof TemplateChanged fact
                    && fact.aspect().equals("status")
                    && fact.templateId() != null) {
                statements.add(Statement.of(EXPLAIN, fact.templateId(), fact.explanation()));
            }
        }
        return statements;
    }

    /// Accounts are read when a service starts, and when their first number is connected.
    Uni<Void> make(List<String> accounts) {
        return database.ask(MAKE, (Object) accounts.toArray(String[]::new)).replaceWithVoid();
    }

    /// @param patience for how long this replica may read it alone
    /// @return the account that has been due for longest
    Uni<Optional<Claim>> claim(List<String> accounts, Duration patience) {
        return database.ask(CLAIM, accounts.toArray(String[]::new), patience.toMillis())
                .map(TemplateSyncStore::claimed);
    }

    Uni<Void> ask(String accountId) {
        return database.ask(ASK, accountId).replaceWithVoid();
    }

    /// What we have of the account may be out of date.
    Uni<Void> doubt(String accountId) {
        return database.ask(DOUBT, accountId).replaceWithVoid();
    }

    Uni<Void> succeeded(Claim claim, Duration again) {
        return database.ask(
                        READ,
                        claim.accountId(),
                        claim.fence(),
                        claim.began().atOffset(ZoneOffset.UTC),
                        again.toMillis())
                .replaceWithVoid();
    }

    Uni<Void> failed(Claim claim, @Nullable PlatformError error, @Nullable String reason, Duration again) {
        return database.ask(
                        FAILED, claim.accountId(), claim.fence(), Documents.writeIfAny(error), reason, again.toMillis())
                .replaceWithVoid();
    }

    Uni<How> how(String accountId) {
        return database.ask(HOW, accountId).map(rows -> {
            for (var row : rows) {
                return new How(
                        instant(row, "synced_at"),
                        Documents.readIfAny(row.getString("error"), PlatformError.class),
                        row.getString("reason"));
            }
            return new How(null, null, null);
        });
    }

    private static Optional<Claim> claimed(RowSet<Row> rows) {
        return rows.stream()
                .findFirst()
                .map(row -> new Claim(
                        row.getString("account_id"),
                        row.getLong("fence"),
                        row.getOffsetDateTime("began").toInstant()));
    }
}
