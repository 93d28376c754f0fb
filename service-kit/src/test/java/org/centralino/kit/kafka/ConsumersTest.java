package org.centralino.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Patience.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.centralino.events.NoteEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.Notes;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.OwnServers;
import org.centralino.kit.database.Replica;
import org.centralino.kit.database.Statement;
import org.centralino.kit.outbox.Relays;
import org.centralino.kit.trace.Spans;
import org.centralino.kit.trace.TraceParent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A service that writes down each note that it hears. Each test is a service, and a consumer group, of its own.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ConsumersTest {
    /// No text of PostgreSQL can hold it.
    private static final String NOT_STORABLE = "two\u0000";

    /// Kafka's name for whether a consumer that is closed leaves its group; one that is killed cannot.
    private static final String SAYS_GOODBYE = "internal.leave.group.on.close";

    private static final Duration SECONDS_FOR_THE_DEAD = Duration.ofSeconds(25);

    private static OwnServers servers;
    private static Replica replica;
    private static EventPublisher publisher;
    private static Database database;

    private final String service = "service-" + UUID.randomUUID();
    private final UUID conversation = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final Set<Class<?>> seen = ConcurrentHashMap.newKeySet();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Spans spans = new Spans();
    private final List<Consumers> processes = new ArrayList<>();

    @BeforeAll
    static void startServers() throws SQLException {
        servers = new OwnServers();
        servers.run(
                "create table heard (place bigint generated always as identity, conversation uuid, text text)",
                "grant all on heard to public");
        replica = new Replica(servers);
        publisher = Publishers.of(servers.kafkaClient());
        database = replica.database(Relays.of(servers, publisher, replica, new SimpleMeterRegistry()));
    }

    @AfterAll
    static void stopServers() {
        replica.close();
        Publishers.close(publisher);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (var process : processes) {
            process.stop(new ShutdownEvent());
        }
    }

    @Test
    void what_was_told_is_handled_in_the_order_of_its_conversation() {
        var texts = IntStream.range(0, 1_200).mapToObj(String::valueOf).toList();
        tell(texts.stream()
                .flatMap(text -> Stream.of(Notes.written(conversation, text), Notes.written(other, text)))
                .toArray(NoteEvent.Changed[]::new));

        start(notes());

        await("all is heard")
                .until(() -> heard(conversation).size() >= 1_200 && heard(other).size() >= 1_200);
        assertThat(heard(conversation)).isEqualTo(texts);
        assertThat(heard(other)).isEqualTo(texts);
    }

    @Test
    void what_is_handled_belongs_to_the_trace_of_whoever_told_it() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        try (var _ = Spans.elsewhere(trace, "b7ad6b7169203331").makeCurrent()) {
            tell(Notes.written(conversation, "one"));
        }

        start(notes());

        await("it is handled").until(() -> !spans.told().isEmpty());
        var work = spans.told().getLast();
        assertThat(work.getName()).isEqualTo("process centralino.notes.v1");
        assertThat(work.getTraceId()).isEqualTo(trace);
        assertThat(work.getParentSpanId()).isEqualTo("b7ad6b7169203331");
    }

    @Test
    void a_new_process_goes_on_where_the_last_one_has_ended() throws InterruptedException {
        tell(Notes.written(conversation, "one"), Notes.written(conversation, "two"));
        var first = start(notes());
        await("both are heard").until(() -> heard(conversation).size() == 2);

        first.stop(new ShutdownEvent());
        tell(Notes.written(conversation, "three"));
        start(notes());

        await("the next is heard").until(() -> heard(conversation).contains("three"));
        assertThat(heard(conversation)).containsExactly("one", "two", "three");
    }

    @Test
    void what_a_process_that_was_killed_has_left_is_heard_by_the_next_one_within_seconds() throws InterruptedException {
        tell(Notes.written(conversation, "one"));
        var killed = start(notes(), Map.of(SAYS_GOODBYE, false));
        await("it is heard").until(() -> heard(conversation).contains("one"));

        killed.stop(new ShutdownEvent());
        tell(Notes.written(conversation, "two"));
        start(notes());

        await("the next is heard")
                .atMost(SECONDS_FOR_THE_DEAD)
                .until(() -> heard(conversation).contains("two"));
    }

    @Test
    void a_record_that_fails_becomes_a_dead_letter_and_what_is_behind_it_is_handled() {
        tell(
                Notes.written(conversation, "one"),
                Notes.written(conversation, NOT_STORABLE),
                Notes.written(conversation, "three"));

        start(notes());

        await("the others are heard").until(() -> heard(conversation).size() == 2);
        assertThat(heard(conversation)).containsExactly("one", "three");
        var source = TopicRecords.of(servers.kafkaClient(), Topics.NOTES, conversation.toString())
                .get(1);
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(header(letter, DeadLetters.REASON)).contains("invalid byte sequence");
            assertThat(header(letter, DeadLetters.SOURCE)).isEqualTo(DeadLetters.placeOf(source));
            assertThat(header(letter, CloudEventHeaders.ID)).isEqualTo(header(source, CloudEventHeaders.ID));
            assertThat(letter.value()).isEqualTo(source.value());
        });
        assertThat(metrics.counter("centralino.dead.letters", "topic", Topics.NOTES)
                        .count())
                .as("others of other tests may be among them")
                .isPositive();
    }

    @Test
    void what_is_malformed_becomes_a_dead_letter_and_what_is_behind_it_is_handled() {
        tell("note.written.v1", "{\"conversationId\": \"none\"}");
        tell(Notes.written(conversation, "two"));

        start(notes());

        await("the other is heard").until(() -> heard(conversation).equals(List.of("two")));
        assertThat(letters())
                .singleElement()
                .satisfies(
                        letter -> assertThat(header(letter, DeadLetters.REASON)).contains("MalformedEvent"));
    }

    @Test
    void a_type_that_is_not_known_is_handled_as_such() {
        tell("note.pinned.v9", "{}");
        tell(Notes.written(conversation, "two"));

        start(notes());

        await("the other is heard").until(() -> heard(conversation).equals(List.of("two")));
        assertThat(seen).contains(NoteEvent.Unrecognised.class);
        assertThat(letters()).isEmpty();
    }

    @Test
    void what_a_service_does_not_hear_is_not_even_read() {
        tell("note.edited.v1", "not JSON at all");
        tell(Notes.deleted(conversation), Notes.written(conversation, "three"));

        start(Consumption.of(Topics.NOTES, WireFormat.NOTES)
                .only(List.of(NoteEvent.Written.class))
                .by(this::writeDown));

        await("what it hears is heard").until(() -> heard(conversation).equals(List.of("three")));
        assertThat(seen).containsOnly(NoteEvent.Written.class);
        assertThat(letters()).isEmpty();
    }

    private Consumption<NoteEvent> notes() {
        return Consumption.of(Topics.NOTES, WireFormat.NOTES).by(this::writeDown);
    }

    private Uni<Void> writeDown(List<Received<NoteEvent>> received) {
        received.forEach(each -> seen.add(each.event().getClass()));
        return database.write(received.stream()
                .map(Received::event)
                .filter(NoteEvent.Written.class::isInstance)
                .map(NoteEvent.Written.class::cast)
                .filter(note -> Set.of(conversation, other).contains(note.conversationId()))
                .map(note -> Statement.of(
                        "insert into heard (conversation, text) values ($1, $2)", note.conversationId(), note.text()))
                .toList());
    }

    private Consumers start(Consumption<?> consumption) {
        return start(consumption, Map.of());
    }

    private Consumers start(Consumption<?> consumption, Map<String, Object> settings) {
        var broker = servers.kafkaClient();
        broker.putAll(settings);
        var process = new Consumers(
                broker,
                service,
                List.of(consumption),
                publisher,
                replica.pool(),
                replica.vertx(),
                metrics,
                spans.tracing());
        processes.add(process);
        process.start(new StartupEvent());
        return process;
    }

    private void tell(NoteEvent.Changed... notes) {
        publisher.publish(
                List.of(notes).stream()
                        .map(note -> event(
                                note.conversationId(), WireFormat.NOTES.typeOf(note), WireFormat.NOTES.write(note)))
                        .toList(),
                Duration.ofSeconds(30));
    }

    private void tell(String type, String value) {
        publisher.publish(List.of(event(conversation, type, value.getBytes(UTF_8))), Duration.ofSeconds(30));
    }

    private static OutgoingEvent event(UUID key, String type, byte[] value) {
        return new OutgoingEvent(
                Topics.NOTES,
                key.toString(),
                UUID.randomUUID().toString(),
                type,
                Instant.EPOCH,
                TraceParent.current(),
                value);
    }

    private List<ConsumerRecord<String, byte[]>> letters() {
        return TopicRecords.of(servers.kafkaClient(), Topics.deadLetterOf(Topics.NOTES), conversation.toString());
    }

    private static String header(ConsumerRecord<?, ?> found, String name) {
        return CloudEventHeaders.text(found.headers(), name);
    }

    private static List<String> heard(UUID conversation) {
        var rows = database.ask("select text from heard where conversation = $1 order by place", conversation)
                .await()
                .atMost(Duration.ofSeconds(10));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("text"))
                .toList();
    }
}
