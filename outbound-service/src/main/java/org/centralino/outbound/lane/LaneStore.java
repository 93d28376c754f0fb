package org.centralino.outbound.lane;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centralino.events.PlatformError;
import org.centralino.kit.database.Database;
import org.centralino.outbound.Replica;
import org.centralino.outbound.lane.domain.Stop;
import org.jspecify.annotations.Nullable;

/// The lanes in their table. Who owns one is judged by the database's clock; what its owner writes, it
/// writes only while the fence is its own.
@Singleton
public class LaneStore {
    private static final String MAKE = """
            insert into sending_lane (phone_number_id) select number from unnest($1::text[]) as number
            on conflict (phone_number_id) do nothing""";

    private static final String COLUMNS =
            "phone_number_id, fence, per_second, stopped_since, stop_code, stop_title, stop_detail, stop_token";

    private static final String HOLD = """
            with mine as materialized (
              select phone_number_id as number from sending_lane
              where (owner is null or owner = $1 or leased_until < clock_timestamp()) and phone_number_id <> all ($3)
              order by phone_number_id for update skip locked)
            update sending_lane set
              fence = case when owner = $1 and leased_until > clock_timestamp() then fence else fence + 1 end,
              owner = $1, leased_until = clock_timestamp() + cast($2 as bigint) * interval '1 millisecond'
            from mine where phone_number_id = mine.number
            returning %s""".formatted(COLUMNS);

    private static final String GIVE_BACK =
            "update sending_lane set owner = null, leased_until = null where owner = $1";

    private static final String STOP = """
            update sending_lane set stopped_since = coalesce(stopped_since, clock_timestamp()), stop_code = $3,
              stop_title = $4, stop_detail = $5, stop_token = $6
            where phone_number_id = $1 and fence = $2""";

    /// Who owns it learns of it when he renews it.
    private static final String STOP_OF_ANY = """
            update sending_lane set stopped_since = clock_timestamp(), stop_code = $2, stop_title = $3,
              stop_detail = $4, stop_token = $5
            where phone_number_id = $1 and stopped_since is null""";

    private static final String GO_ON = """
            update sending_lane set stopped_since = null, stop_code = null, stop_title = null, stop_detail = null,
              stop_token = null
            where phone_number_id = $1 and fence = $2""";

    private static final String THROUGHPUT =
            "update sending_lane set per_second = $3 where phone_number_id = $1 and fence = $2";

    private static final String STOPPED =
            "select %s from sending_lane where stopped_since is not null".formatted(COLUMNS);

    private static final String OWNED =
            "select phone_number_id from sending_lane where leased_until > clock_timestamp()";

    /// One call alone owes nothing that matters.
    private static final String CALLED_LATELY = """
            select conversation_id,
              array_agg(cast(extract(epoch from clock_timestamp() - claimed_at) * 1000 as bigint) order by claimed_at) as ages
            from dispatch
            where phone_number_id = $1 and calls > 0
              and (settled_at > clock_timestamp() - cast($2 as bigint) * interval '1 millisecond' or state = 'CALLING')
              and claimed_at > clock_timestamp() - cast($2 as bigint) * interval '1 millisecond'
            group by conversation_id having count(*) > 1""";

    private final Database database;
    private final LaneConfig config;
    private final Replica replica;

    public LaneStore(Database database, LaneConfig config, Replica replica) {
        this.database = database;
        this.config = config;
        this.replica = replica;
    }

    /// A lane that this replica owns.
    ///
    /// @param perSecond null when the platform was not asked yet
    record Owned(
            String phoneNumberId,
            long fence,
            @Nullable Integer perSecond,
            @Nullable Stop stop) {
        private static Owned of(Row row) {
            return new Owned(
                    row.getString("phone_number_id"),
                    row.getLong("fence"),
                    row.getInteger("per_second"),
                    stopIn(row).orElse(null));
        }
    }

    /// That a number is stopped.
    ///
    /// @param since by the database's clock
    public record Stopped(String phoneNumberId, Instant since, PlatformError error) {}

    Uni<Void> make(Collection<String> numbers) {
        return database.ask(MAKE, (Object) numbers.toArray(String[]::new)).replaceWithVoid();
    }

    /// Renews the lanes that this replica owns, and takes those that nobody does.
    ///
    /// @param others numbers whose lanes are left to other replicas
    Uni<List<Owned>> hold(Set<String> others) {
        return database.ask(HOLD, replica.id(), config.lease().toMillis(), others.toArray(String[]::new))
                .map(rows -> rows.stream().map(Owned::of).toList());
    }

    Uni<Void> giveBack() {
        return database.ask(GIVE_BACK, replica.id()).replaceWithVoid();
    }

    Uni<Void> stop(HeldLane lane, Stop stop) {
        var error = stop.error();
        return database.ask(
                        STOP,
                        lane.phoneNumberId(),
                        lane.fence(),
                        error.code(),
                        error.title(),
                        error.detail(),
                        stop.token())
                .replaceWithVoid();
    }

    /// Stops a number whoever owns its lane.
    ///
    /// @return whether it was not stopped already
    Uni<Boolean> stop(String phoneNumberId, Stop stop) {
        var error = stop.error();
        return database.ask(STOP_OF_ANY, phoneNumberId, error.code(), error.title(), error.detail(), stop.token())
                .map(rows -> rows.rowCount() > 0);
    }

    Uni<Void> goOn(HeldLane lane) {
        return database.ask(GO_ON, lane.phoneNumberId(), lane.fence()).replaceWithVoid();
    }

    Uni<Void> throughput(HeldLane lane, int perSecond) {
        return database.ask(THROUGHPUT, lane.phoneNumberId(), lane.fence(), perSecond)
                .replaceWithVoid();
    }

    /// @return the numbers that are stopped, whoever owns their lanes
    public Uni<Map<String, Stopped>> stopped() {
        return database.ask(STOPPED).map(rows -> {
            var stopped = new HashMap<String, Stopped>();
            for (var row : rows) {
                stopIn(row)
                        .ifPresent(stop -> stopped.put(
                                row.getString("phone_number_id"),
                                new Stopped(
                                        row.getString("phone_number_id"),
                                        row.getOffsetDateTime("stopped_since").toInstant(),
                                        stop.error())));
            }
            return stopped;
        });
    }

    /// @return the numbers by which a replica sends, or would
    public Uni<Set<String>> owned() {
        return database.ask(OWNED)
                .map(rows -> rows.stream()
                        .map(row -> row.getString("phone_number_id"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// @return by conversation, how long ago each call was, the oldest first
    Uni<Map<UUID, List<Duration>>> calledLately(String phoneNumberId) {
        var owes = config.pairInterval().multipliedBy(config.pairBurst());
        return database.ask(CALLED_LATELY, phoneNumberId, owes.toMillis()).map(rows -> {
            var calls = new HashMap<UUID, List<Duration>>();
            for (var row : rows) {
                calls.put(
                        row.getUUID("conversation_id"),
                        List.of(row.getArrayOfLongs("ages")).stream()
                                .map(Duration::ofMillis)
                                .toList());
            }
            return calls;
        });
    }

    private static Optional<Stop> stopIn(Row row) {
        return Optional.ofNullable(row.getString("stop_token"))
                .map(token -> new Stop(
                        new PlatformError(
                                row.getInteger("stop_code"), row.getString("stop_title"), row.getString("stop_detail")),
                        token));
    }
}
