package org.centralino.conversation.template;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.contact.domain.Advertising;
import org.centralino.conversation.template.domain.Brought;
import org.centralino.conversation.template.domain.Filling;
import org.centralino.conversation.template.domain.Obstacle;
import org.centralino.conversation.template.domain.Value;
import org.centralino.events.Content;
import org.centralino.events.Template;
import org.centralino.events.TemplateEvent;
import org.centralino.events.TemplateEvent.TemplateChanged;
import org.centralino.events.TemplateEvent.TemplateDeleted;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.kafka.Received;
import org.jspecify.annotations.Nullable;

/// The copy of the templates, and what it makes of one that somebody wants to send.
@ApplicationScoped
public class TemplateStore {
    /// What is told late, or again, brings nothing back.
    private static final String RECORD = """
            insert into template as known (id, name, language, told_at, document)
            select distinct on (id) id, name, language, told_at, cast(document as jsonb)
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as t (id text, name text, language text, told_at timestamptz, document text)
            order by id, told_at desc
            on conflict (id) do update set name = coalesce(excluded.name, known.name),
              language = coalesce(excluded.language, known.language),
              told_at = excluded.told_at, document = excluded.document
            where known.told_at <= excluded.told_at""";

    /// Two accounts may have one of the same name.
    private static final String CHOSEN = """
            select document::text as document from template
            where name = $1 and language = $2 and document is not null
            order by document -> 'phoneNumberIds' @> to_jsonb($3::text) desc limit 1""";

    private final Database database;
    private final MarketingRule rule;
    private final Clock clock;

    TemplateStore(Database database, MarketingRule rule, Clock clock) {
        this.database = database;
        this.rule = rule;
        this.clock = clock;
    }

    /// A template as a customer will see it.
    ///
    /// @param mayAdvertise whether he might be sent advertising, should it become that on its way
    public record ToSend(Content content, boolean mayAdvertise) {}

    private record TemplateRow(
            String id,
            @Nullable String name,
            @Nullable String language,
            Instant toldAt,
            @Nullable String document) {}

    Uni<Void> record(List<Received<TemplateEvent>> events) {
        var rows = events.stream()
                .map(Received::event)
                .flatMap(TemplateStore::rowOf)
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.write(List.of(Statement.of(RECORD, Rows.asJson(rows))));
    }

    private static Stream<TemplateRow> rowOf(TemplateEvent event) {
        return switch (event) {
            case TemplateChanged(var id, var template, var at) ->
                Stream.of(
                        new TemplateRow(id, template.name(), template.language(), at, Documents.writeIfAny(template)));
            case TemplateDeleted(var id, var at) -> Stream.of(new TemplateRow(id, null, null, at, null));
            case TemplateEvent.Unrecognised _ -> Stream.empty();
        };
    }

    /// @param contactId who is to get it
    /// @param phoneNumberId of the number that sends it
    /// @return the template as the customer will see it; fails with a problem when it cannot be sent
    public Uni<ToSend> filled(
            Transaction transaction,
            UUID contactId,
            String phoneNumberId,
            String name,
            String language,
            List<Value> values,
            Brought brought) {
        var advertising = rule.of(transaction, contactId);
        return transaction
                .ask(CHOSEN, name, language, phoneNumberId)
                .chain(rows -> advertising.map(may -> filled(rows, phoneNumberId, values, brought, may)));
    }

    private ToSend filled(
            RowSet<Row> rows, String phoneNumberId, List<Value> values, Brought brought, Advertising advertising) {
        if (rows.size() == 0) {
            throw TemplateProblems.gone().asException();
        }
        var template = Documents.read(rows.iterator().next().getString("document"), Template.class);
        Obstacle.of(template, phoneNumberId, advertising).ifPresent(obstacle -> {
            throw TemplateProblems.of(obstacle, template).asException();
        });
        return switch (Filling.of(template, values, brought, clock.instant())) {
            case Filling.Filled(var content) -> new ToSend(content, advertising == Advertising.ALLOWED);
            case Filling.Refused(var faults) ->
                throw TemplateProblems.invalid(faults).asException();
        };
    }
}
