package org.centralino.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.centralino.kit.kafka.EventPublisher;
import org.centralino.kit.kafka.OutgoingEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/// Tells Kafka what the service wrote into its outbox: in order, at least once, a few milliseconds after
/// the commit.
///
/// One replica relays at a time, the holder of an advisory lock, because order per conversation needs one
/// teller. When it dies, PostgreSQL frees the lock with its connection and another replica goes on. The
/// insert notifies the relay; it also looks once a second by itself. Rows are deleted after Kafka
/// acknowledged them: a crash in between tells them again with the same id, which every consumer handles
/// once.
@Singleton
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x0C_EB0C_5L;
    private static final int BATCH = 500;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private static final String NEXT = """
            select position, event_id, topic, key, type, payload,
                   extract(epoch from clock_timestamp() - recorded_at) * 1000 as age
            from outbox order by position limit %d""".formatted(BATCH);
    private static final String DELETE = "delete from outbox where position = any (?)";
    /// The platform delivers again for seven days at most (fact sheet, section 2.3); twice that is
    /// remembered.
    private static final String PRUNE = "delete from handled_event where handled_at < now() - interval '14 days'";

    /// Not from a pool: the lock and the subscription live and die with this one connection.
    private final PGSimpleDataSource database;
    private final EventPublisher publisher;
    private final AtomicLong oldestMillis = new AtomicLong();
    private Thread relay;
    private volatile boolean stopping;

    OutboxRelay(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            EventPublisher publisher,
            MeterRegistry metrics) {
        this.database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(user);
        database.setPassword(password);
        database.setTcpKeepAlive(true);
        this.publisher = publisher;
        metrics.gauge("centralino.outbox.oldest.millis", oldestMillis);
    }

    void start(@Observes StartupEvent started) {
        relay = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        relay.interrupt();
        relay.join(Duration.ofSeconds(5));
    }

    private void run() {
        while (!stopping) {
            try (var connection = database.getConnection()) {
                relayWith(connection);
            } catch (SQLException | RuntimeException failure) {
                if (!stopping) {
                    LOG.warnf("The outbox waits: %s", failure.getMessage());
                    pause();
                }
            }
        }
    }

    private void relayWith(Connection connection) throws SQLException {
        if (!isTheTeller(connection)) {
            pause();
            return;
        }
        try (var listen = connection.createStatement()) {
            listen.execute("listen outbox");
        }
        var notifications = connection.unwrap(PGConnection.class);
        var nextPruning = System.nanoTime();
        while (!stopping) {
            while (relayBatch(connection) == BATCH && !stopping) {
                // A full batch means that more is waiting.
            }
            if (System.nanoTime() >= nextPruning) {
                execute(connection, PRUNE);
                nextPruning = System.nanoTime() + PRUNE_EVERY.toNanos();
            }
            notifications.getNotifications((int) LOOK_EVERY.toMillis());
        }
    }

    private int relayBatch(Connection connection) throws SQLException {
        var positions = new ArrayList<Long>();
        var events = new ArrayList<OutgoingEvent>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(NEXT)) {
            while (rows.next()) {
                if (positions.isEmpty()) {
                    oldestMillis.set(rows.getLong("age"));
                }
                positions.add(rows.getLong("position"));
                events.add(new OutgoingEvent(
                        rows.getString("topic"),
                        rows.getString("key"),
                        rows.getString("event_id"),
                        rows.getString("type"),
                        rows.getString("payload").getBytes(StandardCharsets.UTF_8)));
            }
        }
        if (events.isEmpty()) {
            oldestMillis.set(0);
            return 0;
        }
        publisher.publish(events, PATIENCE);
        delete(connection, positions);
        return events.size();
    }

    private static void delete(Connection connection, List<Long> positions) throws SQLException {
        try (var statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            statement.executeUpdate();
        }
    }

    private static boolean isTheTeller(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_try_advisory_lock(%d)".formatted(LOCK))) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException woken) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
