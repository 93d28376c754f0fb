package org.centralino.outbound.sync;

import static org.centralino.kit.database.Rows.instant;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;
import org.centralino.events.WhatsAppEvent.SyncProgressed;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Statement;
import org.centralino.outbound.sync.domain.HistorySync;
import org.centralino.outbound.sync.domain.Piece;
import org.centralino.outbound.sync.domain.SyncKind;
import org.centralino.outbound.sync.domain.SyncRequest;
import org.jspecify.annotations.Nullable;

/// What was asked of phones, and which pieces of their histories came.
@Singleton
public class SyncStore {
    private static final String CAME = """
            insert into sync_piece (id, phone_number_id, phase, chunk, progress, messages, error, heard_at)
            values ($1, $2, $3, $4, $5, $6, cast($7 as text)::jsonb, $8) on conflict (id) do nothing""";

    private static final String PIECES = """
            select phase, progress, messages, error::text as error, heard_at from sync_piece where phone_number_id = $1""";

    private static final String REQUESTS = """
            select kind, asked_at, asked_by_id, asked_by_name, answered_at, error::text as error
            from sync_request where phone_number_id = $1""";

    /// Of two who ask at once, one does.
    private static final String ASK = """
            insert into sync_request as before (phone_number_id, kind, asked_at, asked_by_id, asked_by_name)
            values ($1, $2, $3, $4, $5)
            on conflict (phone_number_id, kind) do update set asked_at = excluded.asked_at,
              asked_by_id = excluded.asked_by_id, asked_by_name = excluded.asked_by_name, answered_at = null, error = null
            where before.error is not null or before.asked_at < $6""";

    private static final String ANSWERED = """
            update sync_request set answered_at = $3, error = cast($4 as text)::jsonb
            where phone_number_id = $1 and kind = $2""";

    private static final String FORGET = """
            delete from sync_request where phone_number_id = $1 and kind = $2 and answered_at is null""";

    private final Database database;

    SyncStore(Database database) {
        this.database = database;
    }

    /// A piece and the id of the event that told of it.
    public record Told(UUID id, SyncProgressed piece) {}

    /// What is known of a number.
    record Known(HistorySync history, @Nullable SyncRequest contacts) {}

    /// @return what writes each of them down once
    public List<Statement> recording(List<Told> told) {
        return told.stream()
                .map(each -> Statement.of(
                        CAME,
                        each.id(),
                        each.piece().phoneNumberId(),
                        each.piece().phase(),
                        each.piece().chunk(),
                        each.piece().progress(),
                        each.piece().messages(),
                        Documents.writeIfAny(each.piece().error()),
                        each.piece().receivedAt().atOffset(ZoneOffset.UTC)))
                .toList();
    }

    Uni<Known> known(String phoneNumberId) {
        var requests = database.ask(REQUESTS, phoneNumberId).map(rows -> {
            Map<SyncKind, SyncRequest> found = new HashMap<>();
            rows.forEach(row -> {
                var request = request(row);
                found.put(request.kind(), request);
            });
            return found;
        });
        var pieces = database.ask(PIECES, phoneNumberId).map(rows -> {
            var found = new ArrayList<Piece>();
            rows.forEach(row -> found.add(new Piece(
                    row.getInteger("phase"),
                    row.getInteger("progress"),
                    row.getInteger("messages"),
                    Documents.readIfAny(row.getString("error"), PlatformError.class),
                    row.getOffsetDateTime("heard_at").toInstant())));
            return found;
        });
        return Uni.combine()
                .all()
                .unis(requests, pieces)
                .with((asked, came) ->
                        new Known(new HistorySync(asked.get(SyncKind.HISTORY), came), asked.get(SyncKind.CONTACTS)));
    }

    /// @param before whoever asked before this does not count any more
    /// @return whether it is to be asked now; else somebody else has asked, and it counts
    Uni<Boolean> ask(String phoneNumberId, SyncKind kind, Person by, Instant at, Instant before) {
        return database.ask(
                        ASK,
                        phoneNumberId,
                        kind.name(),
                        at.atOffset(ZoneOffset.UTC),
                        by.id(),
                        by.name(),
                        before.atOffset(ZoneOffset.UTC))
                .map(rows -> rows.rowCount() > 0);
    }

    /// @param error why the platform does not pass it on; null when it does
    Uni<Void> answered(String phoneNumberId, SyncKind kind, @Nullable PlatformError error, Instant at) {
        return database.ask(
                        ANSWERED, phoneNumberId, kind.name(), at.atOffset(ZoneOffset.UTC), Documents.writeIfAny(error))
                .replaceWithVoid();
    }

    /// Nobody knows what became of it, so it counts as not asked.
    Uni<Void> forget(String phoneNumberId, SyncKind kind) {
        return database.ask(FORGET, phoneNumberId, kind.name()).replaceWithVoid();
    }

    private SyncRequest request(Row row) {
        return new SyncRequest(
                SyncKind.valueOf(row.getString("kind")),
                row.getOffsetDateTime("asked_at").toInstant(),
                new Person(row.getUUID("asked_by_id"), row.getString("asked_by_name")),
                instant(row, "answered_at"),
                Documents.readIfAny(row.getString("error"), PlatformError.class));
    }
}
