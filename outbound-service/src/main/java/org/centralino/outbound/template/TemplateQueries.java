package org.centralino.outbound.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.centralino.events.Template;
import org.centralino.kit.database.Database;
import org.centralino.kit.page.Cursor;
import org.jspecify.annotations.Nullable;

/// Finds templates. They stand in the order of their names; the languages of one stand together.
@Singleton
class TemplateQueries {
    private static final String PAGE = """
            select %s from template
            where account_id = $1 and not gone
              and (cast($2 as text) is null or status = $2)
              and (cast($3 as text) is null or category = $3)
              and (cast($4 as text) is null or language = $4)
              and (cast($5 as text) is null or quality = $5)
              and (cast($6 as text) is null
                or position(lower($6) in lower(name || ' ' || coalesce(template ->> 'body', ''))) > 0)
              and (cast($7 as text) is null or (name, language, id) > ($7, cast($8 as text), cast($9 as text)))
            order by name, language, id limit $10""".formatted(TemplateRow.COLUMNS);

    private static final String ONE =
            "select %s from template where account_id = $1 and id = $2 and not gone".formatted(TemplateRow.COLUMNS);

    private static final String NAMED =
            "select %s from template where account_id = $1 and name = $2 and not gone".formatted(TemplateRow.COLUMNS);

    private static final String SEPARATOR = "|";

    private final Database database;
    private final ObjectMapper json;

    TemplateQueries(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// What is looked for; null is anything.
    record Wanted(
            @Nullable String status,
            @Nullable String category,
            @Nullable String language,
            @Nullable String quality,
            @Nullable String words) {}

    /// @return how to ask for what stands behind this template
    static String cursorOf(Template template) {
        return Cursor.of(Instant.EPOCH, String.join(SEPARATOR, template.name(), template.language(), template.id()));
    }

    Uni<List<TemplateRow.Written>> page(String accountId, Wanted wanted, @Nullable String cursor, int limit) {
        var position = Cursor.read(cursor);
        var after = position == null ? new String[3] : position.tieBreaker().split("\\|", 3);
        return found(database.ask(
                PAGE,
                accountId,
                wanted.status(),
                wanted.category(),
                wanted.language(),
                wanted.quality(),
                wanted.words(),
                after[0],
                after.length > 1 ? after[1] : "",
                after.length > 2 ? after[2] : "",
                limit));
    }

    Uni<Optional<TemplateRow.Written>> one(String accountId, String id) {
        return found(database.ask(ONE, accountId, id)).map(rows -> rows.stream().findFirst());
    }

    /// @return the languages of a template
    Uni<List<TemplateRow.Written>> named(String accountId, String name) {
        return found(database.ask(NAMED, accountId, name));
    }

    private Uni<List<TemplateRow.Written>> found(Uni<RowSet<Row>> rows) {
        return rows.map(
                all -> all.stream().map(row -> TemplateRow.read(row, json)).toList());
    }
}
