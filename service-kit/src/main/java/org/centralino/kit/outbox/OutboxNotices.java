package org.centralino.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.centralino.kit.database.Lanes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Tells other replicas that there is something in their lanes of the outbox.
///
/// A notification inside the transaction would take one lock of the whole server through the commit; so it is
/// sent after it, and one stands for everything that was committed within [#GATHERED]. One that is lost costs a
/// second: then the relay looks by itself.
@Singleton
class OutboxNotices {
    private static final Logger LOG = Logger.getLogger(OutboxNotices.class);
    private static final String CHANNEL = "outbox";
    private static final Duration GATHERED = Duration.ofMillis(10);
    private static final long RECONNECT_MILLIS = 1_000;

    private final Pool database;
    private final Lanes lanes;
    private final Vertx vertx;
    private final OutboxRelay relay;
    private final PgSubscriber subscriber;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile boolean stopping;

    OutboxNotices(
            Pool database,
            Lanes lanes,
            Vertx vertx,
            OutboxRelay relay,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.database = database;
        this.lanes = lanes;
        this.vertx = vertx;
        this.relay = relay;
        this.subscriber = PgSubscriber.subscriber(
                vertx,
                PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                        .setUser(user)
                        .setPassword(password));
        subscriber.reconnectPolicy(_ -> RECONNECT_MILLIS);
    }

    void start(@Observes StartupEvent started) {
        relay.tellOthers(this::tell);
        subscriber.channel(CHANNEL).handler(_ -> relay.wakeItself());
        listen();
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        subscriber.close();
    }

    /// Only a connection that was there once is made again by the subscriber itself; and it connects anew only when
    /// it is closed.
    private void listen() {
        subscriber.connect().onFailure(away -> {
            LOG.warnf("Other replicas are not heard yet: %s", away);
            subscriber.close();
            vertx.setTimer(RECONNECT_MILLIS, _ -> {
                if (!stopping) {
                    listen();
                }
            });
        });
    }

    private void tell() {
        if (lanes.areShared(OutboxRelay.WORK) && due.compareAndSet(false, true)) {
            vertx.setTimer(GATHERED.toMillis(), _ -> {
                due.set(false);
                database.query("notify " + CHANNEL)
                        .execute()
                        .subscribe()
                        .with(_ -> {}, away -> LOG.debugf("Other replicas look by themselves: %s", away));
            });
        }
    }
}
