package org.centralino.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.centralino.kit.database.Lanes;
import org.centralino.kit.kafka.EventPublisher;
import org.centralino.kit.kafka.OutgoingEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// Tells Kafka what the service wrote into its outbox: in order, at least once, a millisecond or two after the
/// commit.
///
/// The outbox is cut into lanes by the key of the events, and one replica at a time relays a lane, because the
/// order within a conversation needs one teller. Whoever committed something wakes the relay: of this process
/// directly, those of other replicas by [OutboxNotices]; once a second it looks by itself. Rows are deleted
/// after Kafka acknowledged them: a crash in between, or a lane that two replicas believe to hold, tells them
/// again with the same ids.
@Singleton
public class OutboxRelay {
    static final String WORK = "outbox";

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int LANES = 8;
    private static final int BATCH = 500;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private static final String NEXT = """
            select position, event_id, topic, key, type, traceparent, payload, extract(epoch from recorded_at) * 1000000 as micros
            from outbox where lane = any (?) order by position limit %d""".formatted(BATCH);
    private static final String DELETE = "delete from outbox where position = any (?)";
    /// A delete that a crash undoes is one more telling, which costs less than a flush of each batch. And the planner
    /// takes the table for tiny, which it is but for its dead rows: reading through all of them costs more than
    /// everything else that a message costs the database.
    private static final String SETTINGS = "set synchronous_commit = off; set enable_seqscan = off";

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final EventPublisher publisher;
    private final Lanes lanes;
    private final Duration lookEvery;
    private final Semaphore awake = new Semaphore(0);
    private @Nullable Thread relay;
    private volatile boolean stopping;
    private volatile long lookedAt = System.nanoTime();
    private volatile long passedAt = System.nanoTime();
    private volatile @Nullable Instant oldest;
    private volatile Runnable others = () -> {};

    @Inject
    OutboxRelay(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            EventPublisher publisher,
            Lanes lanes,
            MeterRegistry metrics) {
        this(url, user, password, publisher, lanes, metrics, LOOK_EVERY);
    }

    /// @param lookEvery how long it sleeps when nobody wakes it
    OutboxRelay(
            String url,
            String user,
            String password,
            EventPublisher publisher,
            Lanes lanes,
            MeterRegistry metrics,
            Duration lookEvery) {
        database.setUrl(url);
        database.setUser(user);
        database.setPassword(password);
        database.setTcpKeepAlive(true);
        this.publisher = publisher;
        this.lanes = lanes;
        this.lookEvery = lookEvery;
        lanes.share(WORK, LANES);
        metrics.gauge("centralino.outbox.oldest.millis", this, OutboxRelay::millisBehind);
    }

    /// @return which lane tells the events of this key
    static int laneOf(String key) {
        return Math.floorMod(key.hashCode(), LANES);
    }

    /// Something new was committed to the outbox. It costs nothing, and may be called from anywhere.
    public void wake() {
        wakeItself();
        others.run();
    }

    void wakeItself() {
        if (awake.availablePermits() == 0) {
            awake.release();
        }
    }

    /// @param notice tells other replicas when something was committed here
    void tellOthers(Runnable notice) {
        others = notice;
    }

    /// @return whether somebody looked at the outbox, or tried to, within this time
    boolean lookedWithin(Duration time) {
        return System.nanoTime() - lookedAt < time.toNanos();
    }

    void start(@Observes StartupEvent started) {
        relay = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wakeItself();
        if (relay != null) {
            relay.join(Duration.ofSeconds(5));
            relay.interrupt();
        }
    }

    /// What goes wrong once, whatever it is, must not end the telling.
    private void run() {
        while (!stopping) {
            lookedAt = System.nanoTime();
            try (var connection = database.getConnection()) {
                relayWith(connection);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable failure) {
                if (!stopping) {
                    LOG.warnf(failure, "The outbox waits: %s", failure.getMessage());
                    pause();
                }
            }
        }
    }

    private void relayWith(Connection connection) throws SQLException, InterruptedException {
        try (var set = connection.createStatement()) {
            set.execute(SETTINGS);
        }
        try (var next = connection.prepareStatement(NEXT);
                var delete = connection.prepareStatement(DELETE)) {
            while (!stopping) {
                while (relayBatch(connection, next, delete) == BATCH && !stopping) {
                    // A full batch means that more is waiting.
                }
                lookedAt = System.nanoTime();
                passedAt = lookedAt;
                awake.tryAcquire(lookEvery.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private int relayBatch(Connection connection, PreparedStatement next, PreparedStatement delete)
            throws SQLException {
        var mine = lanes.held(WORK);
        if (mine.isEmpty()) {
            oldest = null;
            return 0;
        }
        var positions = new ArrayList<Long>();
        var events = read(connection, next, mine, positions);
        oldest = events.isEmpty() ? null : events.getFirst().at();
        if (!events.isEmpty()) {
            publisher.publish(events, PATIENCE);
            delete.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            delete.executeUpdate();
        }
        return events.size();
    }

    private static List<OutgoingEvent> read(
            Connection connection, PreparedStatement next, List<Integer> lanes, List<Long> positions)
            throws SQLException {
        var events = new ArrayList<OutgoingEvent>();
        next.setArray(1, connection.createArrayOf("smallint", lanes.toArray()));
        try (var rows = next.executeQuery()) {
            while (rows.next()) {
                positions.add(rows.getLong("position"));
                events.add(new OutgoingEvent(
                        rows.getString("topic"),
                        rows.getString("key"),
                        rows.getString("event_id"),
                        rows.getString("type"),
                        Instant.EPOCH.plusNanos(rows.getLong("micros") * 1_000),
                        rows.getString("traceparent"),
                        rows.getString("payload").getBytes(StandardCharsets.UTF_8)));
            }
        }
        return events;
    }

    /// Computed by whoever asks: a relay that hangs cannot hide it.
    private double millisBehind() {
        var waiting = oldest;
        var behind =
                waiting == null ? 0 : Duration.between(waiting, Instant.now()).toMillis();
        var silent =
                Duration.ofNanos(System.nanoTime() - passedAt).minus(lookEvery).toMillis();
        return Math.max(0, Math.max(behind, silent));
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
