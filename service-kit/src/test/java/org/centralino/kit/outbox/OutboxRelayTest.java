package org.centralino.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Patience.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.centralino.events.NoteEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.Notes;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.OwnServers;
import org.centralino.kit.database.Replica;
import org.centralino.kit.kafka.CloudEventHeaders;
import org.centralino.kit.kafka.EventPublisher;
import org.centralino.kit.kafka.Publishers;
import org.centralino.kit.kafka.TopicRecords;
import org.centralino.kit.trace.Spans;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class OutboxRelayTest {
    /// Longer than it takes to find that the broker is away.
    private static final Duration A_WHILE = Duration.ofSeconds(8);
    private static final Outbox<NoteEvent.Changed> OUTBOX = new Outbox<>(Topics.NOTES, WireFormat.NOTES);

    private static OwnServers servers;

    private final UUID conversation = UUID.randomUUID();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Replica replica;
    private EventPublisher publisher;
    private OutboxRelay relay;
    private Database database;

    @BeforeAll
    static void startServers() throws SQLException {
        servers = new OwnServers();
    }

    @BeforeEach
    void make() {
        replica = new Replica(servers);
        relayTo(Map.of());
    }

    @AfterEach
    void stop() throws InterruptedException, SQLException {
        relay.stop(new ShutdownEvent());
        replica.stop();
        replica.close();
        Publishers.close(publisher);
        servers.run("truncate outbox");
    }

    @Test
    void what_was_committed_is_told_in_the_order_of_its_conversation() {
        start();

        write("one", "two", "three");
        write("four");

        await("all is told").until(() -> told().size() == 4);
        assertThat(texts()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void more_than_a_batch_keeps_its_order() {
        var many = IntStream.range(0, 1_200).mapToObj(String::valueOf).toArray(String[]::new);
        write(many);

        start();

        await("all is told").until(() -> told().size() >= many.length);
        assertThat(texts()).containsExactly(many);
    }

    @Test
    void an_event_names_the_trace_in_which_it_became_true() {
        start();

        write("one");
        try (var _ = Spans.elsewhere("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331")
                .makeCurrent()) {
            write("two");
        }

        await("all is told").until(() -> told().size() == 2);
        assertThat(records())
                .extracting(found -> CloudEventHeaders.text(found.headers(), CloudEventHeaders.TRACE_PARENT))
                .containsExactly(null, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    @Test
    void an_earlier_version_that_knows_of_no_traces_writes_beside_this_one() throws SQLException {
        start();

        servers.run("""
                insert into outbox (lane, event_id, topic, key, type, payload)
                values (0, gen_random_uuid(), '%s', '%s', 'note.deleted.v1', '{}')""".formatted(Topics.NOTES, conversation));

        await("it is told").until(() -> records().size() == 1);
    }

    @Test
    void what_is_told_is_deleted() {
        start();

        write("one", "two");

        await("all is told").until(() -> told().size() == 2);
        await("the outbox is empty").until(() -> waiting() == 0);
    }

    @Test
    void a_broker_that_is_away_loses_nothing_and_keeps_the_order() throws SQLException {
        try (var door = Door.to(servers.kafka())) {
            relayTo(Map.of("bootstrap.servers", door.address(), "reconnect.backoff.max.ms", 100));
            start();
            write("one", "two");
            await("a pass has failed").until(() -> millisBehind() > A_WHILE.toMillis());
            write("three");
            assertThat(waiting()).isEqualTo(3);

            door.open();

            await("all is told").until(() -> told().size() >= 3);
            assertThat(texts()).containsSubsequence("one", "two", "three").endsWith("three");
        }
    }

    @Test
    void an_error_in_a_pass_does_not_end_the_telling() {
        FailingOnce.isDue.set(true);
        relayTo(Map.of("interceptor.classes", FailingOnce.class.getName()));
        start();

        write("one");

        await("it is told").until(() -> !told().isEmpty());
        assertThat(FailingOnce.isDue).isFalse();
    }

    @Test
    void a_connection_that_is_lost_does_not_end_the_telling() throws SQLException {
        start();
        write("one");
        await("it is told").until(() -> told().size() == 1);

        servers.run("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where application_name = 'PostgreSQL JDBC Driver' and pid <> pg_backend_pid()");
        write("two");

        await("the other is told as well").until(() -> texts().contains("two"));
    }

    @Test
    void it_is_alive_while_somebody_looks() {
        start();
        write("one");

        await("it is told").until(() -> told().size() == 1);
        assertThat(liveness()).isEqualTo(Status.UP);
    }

    @Test
    void it_is_not_alive_when_nobody_looks() throws InterruptedException {
        start();

        relay.stop(new ShutdownEvent());

        await("nobody has looked for a while").until(() -> liveness() == Status.DOWN);
    }

    /// A new process would find the broker no sooner.
    @Test
    void it_is_alive_while_the_broker_is_away() {
        try (var door = Door.to(servers.kafka())) {
            relayTo(Map.of("bootstrap.servers", door.address(), "reconnect.backoff.max.ms", 100));
            start();
            write("one");
            await("it waits for longer than a while").until(() -> millisBehind() > A_WHILE.toMillis());

            assertThat(liveness()).isEqualTo(Status.UP);
        }
    }

    private void relayTo(Map<String, Object> settings) {
        if (publisher != null) {
            Publishers.close(publisher);
        }
        var broker = servers.kafkaClient();
        broker.putAll(settings);
        publisher = Publishers.of(broker);
        metrics.clear();
        relay = new OutboxRelay(
                servers.jdbcUrl(), servers.user(), servers.password(), publisher, replica.lanes(), metrics);
        database = replica.database(relay);
    }

    private void start() {
        replica.start();
        relay.start(new StartupEvent());
    }

    private Status liveness() {
        return new OutboxLiveness(relay, A_WHILE).call().getStatus();
    }

    private double millisBehind() {
        return metrics.get("centralino.outbox.oldest.millis").gauge().value();
    }

    private void write(String... texts) {
        var events = List.of(texts).stream()
                .map(text -> Notes.written(conversation, text))
                .toList();
        database.write(OUTBOX.append(events)).await().atMost(Duration.ofSeconds(10));
    }

    private static long waiting() throws SQLException {
        return servers.count("select count(*) from outbox");
    }

    private List<String> texts() {
        return told().stream().map(NoteEvent.Written::text).toList();
    }

    private List<NoteEvent.Written> told() {
        return records().stream()
                .map(found -> WireFormat.NOTES.read(
                        CloudEventHeaders.text(found.headers(), CloudEventHeaders.TYPE), found.value()))
                .map(NoteEvent.Written.class::cast)
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return TopicRecords.of(servers.kafkaClient(), Topics.NOTES, conversation.toString());
    }

    /// Kafka lets one look at what is sent.
    public static final class FailingOnce implements ProducerInterceptor<String, byte[]> {
        static final AtomicBoolean isDue = new AtomicBoolean();

        @Override
        public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> sent) {
            if (isDue.compareAndSet(true, false)) {
                throw new StackOverflowError("once");
            }
            return sent;
        }

        @Override
        public void configure(Map<String, ?> settings) {}

        @Override
        public void close() {}
    }
}
