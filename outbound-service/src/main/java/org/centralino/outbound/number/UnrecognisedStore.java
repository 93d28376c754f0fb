package org.centralino.outbound.number;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.page.Cursor;
import org.jspecify.annotations.Nullable;

/// Parts of webhooks that were not understood, for those who find out what they mean.
@Singleton
class UnrecognisedStore {
    private static final String RECORD = """
            insert into unrecognised_part (id, phone_number_id, field, reason, received_at, raw)
            select id, phone_number_id, field, reason, received_at, raw
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as t (
              id uuid, phone_number_id text, field text, reason text, received_at timestamptz, raw text)
            on conflict (id) do nothing""";

    private static final String COUNT = """
            select field, reason, count(*) as count, max(received_at) as newest from unrecognised_part
            group by field, reason order by newest desc, field, reason limit 100""";

    private static final String PAGE = """
            select id, phone_number_id, field, reason, received_at from unrecognised_part
            where field = $1 and reason = $2
              and (cast($3 as timestamptz) is null or (received_at, id) < ($3, cast($4 as uuid)))
            order by received_at desc, id desc limit $5""";

    private static final String RAW = "select raw from unrecognised_part where id = $1";

    private final Database database;

    UnrecognisedStore(Database database) {
        this.database = database;
    }

    /// A part and the id of the event that told it.
    record Told(UUID id, PartUnrecognised part) {}

    /// How often something was not understood.
    ///
    /// @param field the webhook field; empty when there was none
    record Count(String field, String reason, long count, Instant newest) {}

    /// A part without what stands in it.
    record Part(UUID id, @Nullable String phoneNumberId, String field, String reason, Instant receivedAt) {}

    /// @return the statements that write it down
    List<Statement> recording(List<Told> parts) {
        return parts.isEmpty()
                ? List.of()
                : List.of(Statement.of(
                        RECORD, Rows.asJson(parts.stream().map(PartRow::of).toList())));
    }

    /// @return what there is, the newest first
    Uni<List<Count>> counts() {
        return database.ask(COUNT).map(rows -> {
            var counts = new ArrayList<Count>();
            rows.forEach(row -> counts.add(new Count(
                    row.getString("field"),
                    row.getString("reason"),
                    row.getLong("count"),
                    row.getOffsetDateTime("newest").toInstant())));
            return counts;
        });
    }

    /// @param before where the page begins; null for the first one
    Uni<List<Part>> parts(String field, String reason, Cursor.@Nullable Position before, int limit) {
        return database.ask(
                        PAGE,
                        field,
                        reason,
                        before == null ? null : before.time().atOffset(ZoneOffset.UTC),
                        before == null ? null : before.id(),
                        limit)
                .map(rows -> {
                    var parts = new ArrayList<Part>();
                    rows.forEach(row -> parts.add(new Part(
                            row.getUUID("id"),
                            row.getString("phone_number_id"),
                            row.getString("field"),
                            row.getString("reason"),
                            row.getOffsetDateTime("received_at").toInstant())));
                    return parts;
                });
    }

    /// @return the part as it came; null when there is no such part
    Uni<@Nullable String> raw(UUID id) {
        return database.ask(RAW, id)
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("raw"));
    }

    private record PartRow(
            UUID id, @Nullable String phoneNumberId, String field, String reason, Instant receivedAt, String raw) {
        static PartRow of(Told told) {
            var part = told.part();
            return new PartRow(
                    told.id(),
                    part.phoneNumberId(),
                    part.field() == null ? "" : part.field(),
                    part.reason(),
                    part.receivedAt(),
                    part.raw());
        }
    }
}
