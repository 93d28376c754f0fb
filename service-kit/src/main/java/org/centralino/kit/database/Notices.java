package org.centralino.kit.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// What the replicas of a service tell each other by their database, over one connection for all of it. A notice may
/// be lost: whoever relies on one also looks by itself now and then.
@Singleton
public class Notices {
    private static final Logger LOG = Logger.getLogger(Notices.class);
    private static final String TELL = "select pg_notify($1, $2)";
    private static final long RECONNECT_MILLIS = 1_000;

    private final Pool database;
    private final Vertx vertx;
    private final PgSubscriber subscriber;
    private volatile boolean stopping;

    public Notices(
            Pool database,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.database = database;
        this.vertx = vertx;
        this.subscriber = PgSubscriber.subscriber(
                vertx,
                PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                        .setUser(user)
                        .setPassword(password));
        subscriber.reconnectPolicy(_ -> RECONNECT_MILLIS);
    }

    public void start(@Observes StartupEvent started) {
        listen();
    }

    public void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        subscriber.close();
    }

    /// @param hearer gets what is told on the channel, by this replica, too
    public void hear(String channel, Consumer<String> hearer) {
        subscriber.channel(channel).handler(hearer::accept);
    }

    /// A notification inside a transaction would take one lock of the whole server through the commit: it is told
    /// after it.
    public void tell(String channel, String notice) {
        database.preparedQuery(TELL)
                .execute(Tuple.of(channel, notice))
                .subscribe()
                .with(_ -> {}, away -> LOG.debugf("Other replicas look by themselves: %s", away));
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
}
