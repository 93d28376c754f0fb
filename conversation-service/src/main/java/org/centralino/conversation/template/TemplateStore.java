package org.centralino.conversation.template;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.message.Documents;
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

    /// Whether the customer whose contact is `k` wants no advertising, as whomever he said so. That the platform
    /// refused it for that reason (131050) says so, too, unless he has said something since.
    static final String MARKETING_STOPPED = """
            (exists (select from contact m where m.marketing_stopped
              and coalesce(m.merged_into, m.id) = coalesce(k.merged_into, k.id))
            or exists (select from conversation his join message f on f.conversation_id = his.id
              where his.contact_id = k.id and f.direction = 'OUTBOUND' and f.status = 'FAILED'
                and f.error ->> 'code' = '131050'
                and f.status_at > coalesce(k.marketing_told_at, '-infinity'))) as marketing_stopped""";

    /// Two accounts may have one of the same name.
    private static final String CHOSEN = """
            select t.document::text as document, %s
            from contact k left join template t
              on t.name = $2 and t.language = $3 and t.document is not null
            where k.id = $1
            order by t.document -> 'phoneNumberIds' @> to_jsonb($4::text) desc nulls last limit 1""".formatted(MARKETING_STOPPED);

    private final Database database;

    TemplateStore(Database database) {
        this.database = database;
    }

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
                Stream.of(new TemplateRow(id, template.name(), template.language(), at, Documents.write(template)));
            case TemplateDeleted(var id, var at) -> Stream.of(new TemplateRow(id, null, null, at, null));
            case TemplateEvent.Unrecognised _ -> Stream.empty();
        };
    }

    /// @param contactId who is to get it
    /// @param phoneNumberId of the number that sends it
    /// @return the template as the customer will see it; fails with a problem when it cannot be sent
    public Uni<Content> filled(
            Transaction transaction,
            UUID contactId,
            String phoneNumberId,
            String name,
            String language,
            List<Value> values,
            Brought brought) {
        return transaction
                .ask(CHOSEN, contactId, name, language, phoneNumberId)
                .map(rows -> filled(rows.iterator().next(), phoneNumberId, values, brought));
    }

    private static Content filled(Row row, String phoneNumberId, List<Value> values, Brought brought) {
        var document = row.getString("document");
        if (document == null) {
            throw TemplateProblems.gone().asException();
        }
        var template = Documents.read(document, Template.class);
        Obstacle.of(template, phoneNumberId, row.getBoolean("marketing_stopped"))
                .ifPresent(obstacle -> {
                    throw TemplateProblems.of(obstacle, template).asException();
                });
        return switch (Filling.of(template, values, brought)) {
            case Filling.Filled(var content) -> content;
            case Filling.Refused(var faults) ->
                throw TemplateProblems.invalid(faults).asException();
        };
    }
}
