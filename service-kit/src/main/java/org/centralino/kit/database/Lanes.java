package org.centralino.kit.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/// Work that one replica does at a time, cut into lanes so that replicas can share it. A lane is a row that a
/// replica holds by a [Lease]; when it dies, the lease runs out and another goes on. The database's clock decides
/// who gets a lane; that a lane is lost, a replica that cannot ask the database knows by itself.
@Singleton
public class Lanes {
    private static final Logger LOG = Logger.getLogger(Lanes.class);
    private static final Duration RENEWED_EVERY = Duration.ofSeconds(2);
    /// A connection that died without a word never answers. After so long there is time to renew by another.
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);
    private static final String LEASE = "interval '%d seconds'".formatted(Lease.LENGTH.toSeconds());

    private static final String ALIVE = """
            insert into replica (id, seen_at) values ($1, clock_timestamp())
            on conflict (id) do update set seen_at = excluded.seen_at""";
    private static final String FORGET = "delete from replica where seen_at < clock_timestamp() - interval '1 hour'";
    private static final String HOW_MANY = "select count(*) from replica where seen_at > clock_timestamp() - " + LEASE;
    private static final String MAKE = """
            insert into lane (name) select name from unnest($1::text[]) as name on conflict (name) do nothing""";
    private static final String RENEW = """
            update lane set leased_until = clock_timestamp() + %s where owner = $1 returning name""".formatted(LEASE);
    private static final String TAKE = """
            update lane set owner = $1, leased_until = clock_timestamp() + %s
            where name in (
              select name from lane
              where name = any($2) and (owner is null or leased_until < clock_timestamp())
              order by name limit $3 for update skip locked)
            returning name""".formatted(LEASE);
    private static final String GIVE_BACK =
            "update lane set owner = null, leased_until = null where owner = $1 and name = any($2)";

    private final Pool database;
    private final Vertx vertx;
    private final UUID self = UUID.randomUUID();
    private final Map<String, List<String>> groups = new ConcurrentHashMap<>();
    private volatile Lease lease = Lease.NONE;
    private long timer;
    private volatile boolean busy;
    private boolean areMade;
    private boolean stopping;

    Lanes(Pool database, Vertx vertx) {
        this.database = database;
        this.vertx = vertx;
    }

    /// Makes this replica one of those who do a kind of work. To be called before the service has started.
    ///
    /// @param work what it is called, such as `outbox`
    /// @param lanes into how many parts it is cut
    public void share(String work, int lanes) {
        groups.put(
                work,
                IntStream.range(0, lanes).mapToObj(lane -> name(work, lane)).toList());
    }

    /// @return whether this replica is the one that does this work, or this part of it
    public boolean hold(String work, int lane) {
        return held().contains(name(work, lane));
    }

    /// @return the parts of this work that this replica does now
    public List<Integer> held(String work) {
        var mine = held();
        var lanes = groups.getOrDefault(work, List.of());
        return IntStream.range(0, lanes.size())
                .filter(lane -> mine.contains(lanes.get(lane)))
                .boxed()
                .toList();
    }

    /// @return whether another replica may do a part of this work
    public boolean areShared(String work) {
        return held(work).size() < groups.getOrDefault(work, List.of()).size();
    }

    private Set<String> held() {
        return lease.at(System.nanoTime());
    }

    /// Behind those who say which work they share.
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        vertx.getOrCreateContext().runOnContext(_ -> {
            look();
            timer = vertx.setPeriodic(RENEWED_EVERY.toMillis(), _ -> look());
        });
    }

    /// Behind those who end their work: who goes on need not wait for the lease.
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent stop) {
        stopping = true;
        vertx.cancelTimer(timer);
        var mine = lease.lanes();
        lease = Lease.NONE;
        try {
            database.preparedQuery(GIVE_BACK)
                    .execute(Tuple.of(self, mine.toArray(String[]::new)))
                    .chain(() -> database.preparedQuery("delete from replica where id = $1")
                            .execute(Tuple.of(self)))
                    .await()
                    .atMost(RENEWED_EVERY);
        } catch (RuntimeException away) {
            LOG.debugf("The lanes are free when their lease has run out: %s", away);
        }
    }

    private void look() {
        if (busy || stopping) {
            return;
        }
        busy = true;
        make().chain(() -> database.preparedQuery(ALIVE).execute(Tuple.of(self)))
                .chain(() -> database.query(FORGET).execute())
                .chain(() -> database.query(HOW_MANY).execute())
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(replicas -> {
                    var asked = System.nanoTime();
                    return database.preparedQuery(RENEW)
                            .execute(Tuple.of(self))
                            .map(Lanes::names)
                            .chain(mine -> balance(mine, Math.max(1, replicas), asked));
                })
                .ifNoItem()
                .after(LONGEST_LOOK)
                .fail()
                .subscribe()
                .with(
                        mine -> {
                            busy = false;
                            tell(mine);
                        },
                        failure -> {
                            busy = false;
                            LOG.warnf("The lanes cannot be renewed, trying again: %s", failure);
                        });
    }

    private Uni<Void> make() {
        if (areMade) {
            return Uni.createFrom().voidItem();
        }
        var names = groups.values().stream().flatMap(List::stream).toArray(String[]::new);
        return database.preparedQuery(MAKE)
                .execute(Tuple.of(names))
                .invoke(() -> areMade = true)
                .replaceWithVoid();
    }

    /// A fair share of each work: what is more is given back, what is missing is taken if it is free.
    private Uni<Lease> balance(Set<String> mine, long replicas, long asked) {
        var tooMany = new ArrayList<String>();
        var result = Uni.createFrom().item((Set<String>) new TreeSet<>(mine));
        for (var lanes : groups.values()) {
            var share = (int) Math.ceilDiv(lanes.size(), replicas);
            var have = lanes.stream().filter(mine::contains).toList();
            tooMany.addAll(have.subList(Math.min(share, have.size()), have.size()));
            if (have.size() < share) {
                result = result.chain(all -> database.preparedQuery(TAKE)
                        .execute(Tuple.of(self, lanes.toArray(String[]::new), share - have.size()))
                        .map(taken -> {
                            all.addAll(names(taken));
                            return all;
                        }));
            }
        }
        return tooMany.isEmpty()
                ? result.map(all -> Lease.of(all, asked))
                : result.invoke(all -> tooMany.forEach(all::remove))
                        .map(all -> Lease.of(all, asked))
                        .call(left -> {
                            lease = left;
                            return database.preparedQuery(GIVE_BACK)
                                    .execute(Tuple.of(self, tooMany.toArray(String[]::new)));
                        });
    }

    private void tell(Lease mine) {
        if (!mine.lanes().equals(lease.lanes())) {
            LOG.debugf("This replica holds the lanes %s", mine.lanes());
        }
        lease = stopping ? Lease.NONE : mine;
    }

    private static Set<String> names(RowSet<Row> rows) {
        return rows.stream().map(row -> row.getString("name")).collect(Collectors.toSet());
    }

    private static String name(String work, int lane) {
        return work + "-" + lane;
    }
}
