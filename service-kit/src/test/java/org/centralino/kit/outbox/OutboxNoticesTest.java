package org.centralino.kit.outbox;

import static org.centralino.testkit.Patience.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.centralino.events.NoteEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.Notes;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Notices;
import org.centralino.kit.database.OwnServers;
import org.centralino.kit.database.Replica;
import org.centralino.kit.kafka.CloudEventHeaders;
import org.centralino.kit.kafka.EventPublisher;
import org.centralino.kit.kafka.Publishers;
import org.centralino.kit.kafka.TopicRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One replica has all lanes, and a relay that would sleep for a day: what it tells, it was woken for. The other one
/// writes and has no lane.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class OutboxNoticesTest {
    private static final Duration NEVER_BY_ITSELF = Duration.ofDays(1);
    private static final Outbox<NoteEvent.Changed> OUTBOX = new Outbox<>(Topics.NOTES, WireFormat.NOTES);
    private static final String LISTENERS = " from pg_stat_activity where query ilike 'listen%'";

    private static OwnServers servers;

    private final UUID conversation = UUID.randomUUID();
    private final List<Notices> notices = new ArrayList<>();
    private EventPublisher publisher;
    private Replica writing;
    private Replica relaying;
    private OutboxRelay writersRelay;
    private OutboxRelay relay;
    private Database database;

    @BeforeAll
    static void startServers() throws SQLException {
        servers = new OwnServers();
    }

    @BeforeEach
    void make() {
        publisher = Publishers.of(servers.kafkaClient());
        writing = new Replica(servers);
        writersRelay = relayOf(writing);
        database = writing.database(writersRelay);
        relaying = new Replica(servers);
        relay = relayOf(relaying);
        relaying.start();
        relay.start(new StartupEvent());
        await("it has all lanes").until(() -> !relaying.lanes().areShared(OutboxRelay.WORK));
    }

    @AfterEach
    void stop() throws InterruptedException, SQLException {
        notices.forEach(each -> each.stop(new ShutdownEvent()));
        relay.stop(new ShutdownEvent());
        relaying.stop();
        relaying.close();
        writing.close();
        Publishers.close(publisher);
        servers.run("truncate outbox");
    }

    @Test
    void what_one_replica_commits_is_told_by_the_one_that_has_its_lane() {
        connect(servers.reactiveUrl());
        await("both listen").until(() -> listeners() == 2);

        write("one");
        await("it is told").until(() -> texts().equals(List.of("one")));
        write("two");

        await("the next is told as well").until(() -> texts().equals(List.of("one", "two")));
    }

    @Test
    void a_connection_that_is_lost_is_made_again() throws SQLException {
        connect(servers.reactiveUrl());
        await("both listen").until(() -> listeners() == 2);

        servers.run("select pg_terminate_backend(pid, 10000)" + LISTENERS);
        await("both listen again").until(() -> listeners() == 2);
        write("one");

        await("it is told").until(() -> texts().equals(List.of("one")));
    }

    @Test
    void a_database_that_is_away_at_the_start_is_listened_to_when_it_comes() {
        var place = servers.reactiveUrl().replaceFirst("/[^/]*$", "");
        try (var door = Door.to(place)) {
            connect(servers.reactiveUrl().replace(place, "postgresql://" + door.address()));
            await("only the other listens").until(() -> door.refused() > 0 && listeners() == 1);

            door.open();
            await("both listen").until(() -> listeners() == 2);
            write("one");

            await("it is told").until(() -> texts().equals(List.of("one")));
        }
    }

    private OutboxRelay relayOf(Replica replica) {
        return new OutboxRelay(
                servers.jdbcUrl(),
                servers.user(),
                servers.password(),
                publisher,
                replica.lanes(),
                new SimpleMeterRegistry(),
                NEVER_BY_ITSELF);
    }

    /// @param url by which the relaying replica comes to the database
    private void connect(String url) {
        connect(writing, writersRelay, servers.reactiveUrl());
        connect(relaying, relay, url);
    }

    private void connect(Replica replica, OutboxRelay itsRelay, String url) {
        var itsNotices = new Notices(replica.pool(), replica.vertx(), url, servers.user(), servers.password());
        new OutboxNotices(itsNotices, replica.lanes(), replica.vertx(), itsRelay).start(new StartupEvent());
        itsNotices.start(new StartupEvent());
        notices.add(itsNotices);
    }

    private void write(String text) {
        database.write(OUTBOX.append(List.of(Notes.written(conversation, text))))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static long listeners() throws SQLException {
        return servers.count("select count(*)" + LISTENERS);
    }

    private List<String> texts() {
        return TopicRecords.of(servers.kafkaClient(), Topics.NOTES, conversation.toString()).stream()
                .map(found -> WireFormat.NOTES.read(
                        CloudEventHeaders.text(found.headers(), CloudEventHeaders.TYPE), found.value()))
                .map(note -> ((NoteEvent.Written) note).text())
                .toList();
    }
}
