package org.centralino.outbound.number;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.centralino.events.AccountFact;
import org.centralino.events.WhatsAppEvent.AccountReported;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.page.Cursor;
import org.centralino.outbound.number.domain.Aspect;
import org.centralino.outbound.number.domain.KnownFact;
import org.jspecify.annotations.Nullable;

/// What the platform said of numbers and accounts: what holds now, and the log. What is heard again or late changes
/// nothing.
@Singleton
class ReportStore {
    private static final String HOLDS = """
            insert into account_fact as known (subject, aspect, phone_number_id, account_id, fact, at)
            select distinct on (subject, aspect) subject, aspect, phone_number_id, account_id, fact, at
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as t (
              place int, subject text, aspect text, phone_number_id text, account_id text, fact jsonb, at timestamptz)
            order by subject, aspect, at desc, place desc
            on conflict (subject, aspect) do update set fact = excluded.fact, at = excluded.at,
              account_id = coalesce(excluded.account_id, known.account_id)
            where excluded.at >= known.at""";

    private static final String LOG = """
            insert into account_report (id, phone_number_id, number, account_id, field, fact, at, received_at, raw)
            select id, phone_number_id, number, account_id, field, fact, at, received_at, raw
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as t (
              id uuid, phone_number_id text, number text, account_id text, field text, fact jsonb, at timestamptz,
              received_at timestamptz, raw text)
            on conflict (id) do nothing""";

    private static final String KNOWN =
            "select phone_number_id, account_id, fact::text as fact, at from account_fact order by subject, aspect";

    private static final String PAGE = """
            select id, phone_number_id, number, account_id, field, fact::text as fact, at from account_report
            where (phone_number_id = $1 or phone_number_id is null)
              and (cast($2 as timestamptz) is null or (at, id) < ($2, cast($3 as uuid)))
            order by at desc, id desc limit $4""";

    private static final String RAW = "select raw from account_report where id = $1";

    private final Database database;
    private final ObjectMapper json;

    ReportStore(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// A report and the id of the event that told it.
    record Told(UUID id, AccountReported report) {}

    /// An entry of the log.
    record Entry(
            UUID id,
            @Nullable String phoneNumberId,
            @Nullable String number,
            @Nullable String accountId,
            String field,
            AccountFact fact,
            Instant at) {}

    /// @return the statements that write it down
    List<Statement> recording(List<Told> reports) {
        var facts = new ArrayList<FactRow>();
        var log = new ArrayList<LogRow>();
        for (var told : reports) {
            var report = told.report();
            var fact = written(report.fact());
            log.add(LogRow.of(told.id(), report, fact));
            Aspect.of(report.fact())
                    .filter(_ -> isOurs(report))
                    .ifPresent(aspect -> facts.add(FactRow.of(facts.size(), aspect, report, fact)));
        }
        var statements = new ArrayList<Statement>();
        if (!facts.isEmpty()) {
            statements.add(Statement.of(HOLDS, Rows.asJson(facts)));
        }
        if (!log.isEmpty()) {
            statements.add(Statement.of(LOG, Rows.asJson(log)));
        }
        return statements;
    }

    /// Of a number of somebody else's it is written down what was said, and nothing follows.
    private static boolean isOurs(AccountReported report) {
        return report.phoneNumberId() != null || report.number() == null;
    }

    /// @return what holds of all numbers and accounts
    Uni<List<KnownFact>> known() {
        return database.ask(KNOWN).map(rows -> {
            var facts = new ArrayList<KnownFact>();
            rows.forEach(row -> facts.add(new KnownFact(
                    row.getString("phone_number_id"), row.getString("account_id"), factIn(row), at(row))));
            return facts;
        });
    }

    /// @param before where the page begins; null for the first one
    /// @return what was said of a number, of whole accounts, and of numbers that are not ours; the newest first
    Uni<List<Entry>> log(String phoneNumberId, Cursor.@Nullable Position before, int limit) {
        return database.ask(
                        PAGE,
                        phoneNumberId,
                        before == null ? null : before.time().atOffset(java.time.ZoneOffset.UTC),
                        before == null ? null : before.id(),
                        limit)
                .map(rows -> {
                    var entries = new ArrayList<Entry>();
                    rows.forEach(row -> entries.add(new Entry(
                            row.getUUID("id"),
                            row.getString("phone_number_id"),
                            row.getString("number"),
                            row.getString("account_id"),
                            row.getString("field"),
                            factIn(row),
                            at(row))));
                    return entries;
                });
    }

    /// @return the platform's JSON; null when there is no such report
    Uni<@Nullable String> raw(UUID id) {
        return database.ask(RAW, id)
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("raw"));
    }

    private static Instant at(Row row) {
        return row.getOffsetDateTime("at").toInstant();
    }

    private String written(AccountFact fact) {
        try {
            return json.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Not a document", impossible);
        }
    }

    private AccountFact factIn(Row row) {
        try {
            return json.readValue(row.getString("fact"), AccountFact.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The row was not written by this service", broken);
        }
    }

    private record FactRow(
            int place,
            String subject,
            String aspect,
            @Nullable String phoneNumberId,
            @Nullable String accountId,
            @JsonRawValue String fact,
            Instant at) {
        static FactRow of(int place, Aspect aspect, AccountReported report, String fact) {
            return new FactRow(
                    place,
                    report.phoneNumberId() == null
                            ? "account:" + (report.accountId() == null ? "" : report.accountId())
                            : "number:" + report.phoneNumberId(),
                    aspect.name(),
                    report.phoneNumberId(),
                    report.accountId(),
                    fact,
                    report.at());
        }
    }

    private record LogRow(
            UUID id,
            @Nullable String phoneNumberId,
            @Nullable String number,
            @Nullable String accountId,
            String field,
            @JsonRawValue String fact,
            Instant at,
            Instant receivedAt,
            String raw) {
        static LogRow of(UUID id, AccountReported report, String fact) {
            return new LogRow(
                    id,
                    report.phoneNumberId(),
                    report.number(),
                    report.accountId(),
                    report.field(),
                    fact,
                    report.at(),
                    report.receivedAt(),
                    report.raw());
        }
    }
}
