package org.centralino.outbound.use;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.outbound.use.TemplateUse.Counts;
import org.jspecify.annotations.Nullable;

/// Adds up how often templates were used.
@Singleton
public class UseQueries {
    private static final List<String> STEPS = List.of("sent", "delivered", "read", "failed", "answered");

    private static final String OF =
            """
            select u.name, u.language, max(u.queued_at) as last_used_at, %s, %s, %s
            from template_use u
            join (select distinct name, language from jsonb_to_recordset(cast(cast($2 as text) as jsonb))
              as w (name text, language text)) wanted on wanted.name = u.name and wanted.language = u.language
            where u.phone_number_id = any ($1)
            group by u.name, u.language""".formatted(within("week", "7 days"), within("month", "30 days"), within("total", null));

    private final Database database;

    UseQueries(Database database) {
        this.database = database;
    }

    /// Which template is meant.
    public record Key(String name, String language) {}

    private static String within(String period, @Nullable String time) {
        var recent = time == null ? "" : " and u.queued_at > now() - interval '%s'".formatted(time);
        return String.join(
                ", ",
                STEPS.stream()
                        .map(step -> "count(*) filter (where u.%1$s_at is not null%2$s) as %1$s_%3$s"
                                .formatted(step, recent, period))
                        .toList());
    }

    /// @param phoneNumberIds from which they were sent
    /// @return of those that were ever used
    public Uni<Map<Key, TemplateUse>> of(Collection<String> phoneNumberIds, Collection<Key> templates) {
        return database.ask(OF, phoneNumberIds.toArray(String[]::new), Rows.asJson(templates))
                .map(rows -> {
                    var uses = new HashMap<Key, TemplateUse>();
                    rows.forEach(row -> uses.put(new Key(row.getString("name"), row.getString("language")), read(row)));
                    return uses;
                });
    }

    private static TemplateUse read(Row row) {
        return new TemplateUse(
                counts(row, "week"),
                counts(row, "month"),
                counts(row, "total"),
                row.getOffsetDateTime("last_used_at").toInstant());
    }

    private static Counts counts(Row row, String period) {
        return new Counts(
                row.getLong("sent_" + period),
                row.getLong("delivered_" + period),
                row.getLong("read_" + period),
                row.getLong("failed_" + period),
                row.getLong("answered_" + period));
    }
}
