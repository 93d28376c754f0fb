package org.centralino.kit.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;
import org.centralino.kit.outbox.OutboxRelay;

/// What one replica of a service has of the kit to work with its database, without the service.
public final class Replica implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final Lanes lanes;

    public Replica(OwnServers servers) {
        this(servers, "replica");
    }

    /// @param name by which the database knows its connections
    public Replica(OwnServers servers, String name) {
        pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(servers.reactiveUrl())
                        .setUser(servers.user())
                        .setPassword(servers.password())
                        .addProperty("application_name", name))
                .with(new PoolOptions().setMaxSize(4))
                .using(vertx)
                .build());
        lanes = new Lanes(pool, vertx);
    }

    public Vertx vertx() {
        return vertx;
    }

    public Pool pool() {
        return pool;
    }

    public Lanes lanes() {
        return lanes;
    }

    /// @param relay whom it wakes
    public Database database(OutboxRelay relay) {
        return new Database(pool, relay);
    }

    /// To be called when all work is shared.
    public void start() {
        lanes.start(new StartupEvent());
    }

    public void stop() {
        lanes.stop(new ShutdownEvent());
    }

    /// It gives nothing back.
    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
