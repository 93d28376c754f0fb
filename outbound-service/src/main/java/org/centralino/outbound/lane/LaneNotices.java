package org.centralino.outbound.lane;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.centralino.kit.database.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Tells whoever owns a number's lane that there is something to send by it, and how much came in for
/// it. One notice stands for all that happened within [#GATHERED]. One that is lost costs a second: the
/// owner looks by itself.
@Singleton
public class LaneNotices {
    private static final Logger LOG = Logger.getLogger(LaneNotices.class);
    private static final String CHANNEL = "sending";
    private static final String TELL = "select pg_notify('" + CHANNEL + "', $1)";
    private static final String SEPARATOR = " ";
    private static final Duration GATHERED = Duration.ofMillis(10);
    private static final long RECONNECT_MILLIS = 1_000;

    private final Database database;
    private final Vertx vertx;
    private final PgSubscriber subscriber;
    /// By number, how much came in that its owner does not know of.
    private final Map<String, Integer> due = new ConcurrentHashMap<>();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private volatile boolean stopping;

    LaneNotices(
            Database database,
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

    void start(@Observes StartupEvent started) {
        listen();
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        subscriber.close();
    }

    /// @param wake told the number by which something is to be sent
    /// @param received told the number for which so many messages came in
    public void hear(Consumer<String> wake, ObjIntConsumer<String> received) {
        subscriber.channel(CHANNEL).handler(notice -> {
            var parts = notice.split(SEPARATOR);
            var messages = Integer.parseInt(parts[1]);
            if (messages > 0) {
                received.accept(parts[0], messages);
            } else {
                wake.accept(parts[0]);
            }
        });
    }

    /// @param received how many messages came in for the number; 0 when something is to be sent by it
    public void tell(String phoneNumberId, int received) {
        due.merge(phoneNumberId + SEPARATOR + (received > 0 ? "+" : "0"), received, Integer::sum);
        if (gathering.compareAndSet(false, true)) {
            vertx.setTimer(GATHERED.toMillis(), _ -> {
                gathering.set(false);
                due.keySet().forEach(this::tellNow);
            });
        }
    }

    private void tellNow(String what) {
        var messages = due.remove(what);
        if (messages != null) {
            database.ask(TELL, what.split(SEPARATOR)[0] + SEPARATOR + messages)
                    .subscribe()
                    .with(_ -> {}, away -> LOG.debugf("The owner of a lane looks by itself: %s", away));
        }
    }

    /// Only a connection that was there once is made again by the subscriber itself; and it connects
    /// anew only when it is closed.
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
