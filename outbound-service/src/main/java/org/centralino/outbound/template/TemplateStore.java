package org.centralino.outbound.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.centralino.events.Template;
import org.centralino.events.TemplateEvent;
import org.centralino.events.TemplateEvent.TemplateChanged;
import org.centralino.events.TemplateEvent.TemplateDeleted;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;
import org.centralino.kit.pruning.PruningRule;
import org.centralino.outbound.template.domain.Comparison;

/// Writes down which templates there are, and tells what has changed of them in the same transaction. Whoever writes
/// holds the account's row, so that one after the other is told.
@Singleton
class TemplateStore {
    private static final String LOCK = "select account_id from template_sync where account_id = $1 for update";

    private static final String OF_ACCOUNT =
            "select %s from template where account_id = $1".formatted(TemplateRow.COLUMNS);

    /// What was said to the former status is not said to another one.
    private static final String WRITE = """
            insert into template as before (id, account_id, name, language, status, category, quality, template, gone,
              written_at, told_at)
            select id, account_id, name, language, status, category, quality, template, false, clock_timestamp(),
              clock_timestamp()
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as t (
              id text, account_id text, name text, language text, status text, category text, quality text, template jsonb)
            on conflict (id) do update set account_id = excluded.account_id, name = excluded.name,
              language = excluded.language, status = excluded.status, category = excluded.category,
              quality = excluded.quality, template = excluded.template, gone = false,
              written_at = excluded.written_at, told_at = excluded.told_at,
              explanation = case when before.status = excluded.status then before.explanation end""";

    private static final String GONE = """
            update template set gone = true, written_at = clock_timestamp(), told_at = clock_timestamp()
            where id = any ($1)""";

    private static final Outbox<TemplateEvent> OUTBOX = new Outbox<>(Topics.TEMPLATE, WireFormat.TEMPLATE);

    private final Database database;
    private final ObjectMapper json;
    private final Clock clock;

    TemplateStore(Database database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static PruningRule goneLongAgo() {
        return new PruningRule("template", "gone and written_at < now() - interval '30 days'");
    }

    /// Makes the table what the account was when it was read.
    ///
    /// @param began when reading began, by the database's clock
    Uni<Void> replace(String accountId, List<Template> seen, Instant began) {
        return database.transaction(transaction -> under(accountId, transaction).map(rows -> {
            var known = rows.stream()
                    .map(row -> TemplateRow.read(row, json).known())
                    .toList();
            var comparison = Comparison.of(known, seen, began);
            return Written.only(written(comparison.changed(), comparison.gone()));
        }));
    }

    /// Writes down what the platform said of one template.
    Uni<Void> keep(Template template) {
        return database.transaction(transaction ->
                under(template.accountId(), transaction).map(_ -> Written.only(written(List.of(template), List.of()))));
    }

    Uni<Void> remove(String accountId, List<String> ids) {
        return database.transaction(transaction ->
                under(accountId, transaction).map(_ -> Written.only(written(List.of(), ids))));
    }

    private static Uni<RowSet<Row>> under(String accountId, Transaction transaction) {
        transaction.ask(LOCK, accountId);
        return transaction.ask(OF_ACCOUNT, accountId);
    }

    private List<Statement> written(List<Template> changed, List<String> gone) {
        var statements = new ArrayList<Statement>();
        if (!changed.isEmpty()) {
            statements.add(Statement.of(
                    WRITE,
                    Rows.asJson(changed.stream()
                            .map(template -> TemplateRow.of(template, json))
                            .toList())));
        }
        if (!gone.isEmpty()) {
            statements.add(Statement.of(GONE, (Object) gone.toArray(String[]::new)));
        }
        var at = clock.instant();
        Stream<TemplateEvent> told = Stream.concat(
                changed.stream().map(template -> new TemplateChanged(template.id(), template, at)),
                gone.stream().map(id -> new TemplateDeleted(id, at)));
        statements.addAll(OUTBOX.append(told.toList()));
        return statements;
    }
}
