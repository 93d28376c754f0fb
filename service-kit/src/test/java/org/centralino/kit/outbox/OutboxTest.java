package org.centralino.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.centralino.events.NoteEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.Notes;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.OwnServers;
import org.centralino.kit.database.Replica;
import org.centralino.kit.database.Statement;
import org.centralino.kit.kafka.EventPublisher;
import org.centralino.kit.kafka.Publishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Nobody relays it here, so what was committed stands in it.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class OutboxTest {
    private static final Outbox<NoteEvent.Changed> OUTBOX = new Outbox<>(Topics.NOTES, WireFormat.NOTES);

    private static OwnServers servers;
    private static Replica replica;
    private static EventPublisher publisher;
    private static Database database;

    private final UUID conversation = UUID.randomUUID();

    private record Row(int lane, String topic, String key, String type, NoteEvent event) {
        static Row of(io.vertx.sqlclient.Row found) {
            var type = found.getString("type");
            return new Row(
                    found.getShort("lane"),
                    found.getString("topic"),
                    found.getString("key"),
                    type,
                    WireFormat.NOTES.read(type, found.getString("payload").getBytes(UTF_8)));
        }
    }

    @BeforeAll
    static void start() throws SQLException {
        servers = new OwnServers();
        servers.run("create table word (text text primary key)", "grant all on word to public");
        replica = new Replica(servers);
        publisher = Publishers.of(servers.kafkaClient());
        database = replica.database(Relays.of(servers, publisher, replica, new SimpleMeterRegistry()));
    }

    @AfterAll
    static void stop() {
        replica.close();
        Publishers.close(publisher);
    }

    @AfterEach
    void forget() throws SQLException {
        servers.run("truncate outbox, word");
    }

    @Test
    void what_is_appended_stands_there_after_the_commit_in_its_order() {
        var events = List.of(written("one"), Notes.deleted(conversation), written("three"));

        carryOut(database.write(OUTBOX.append(events)));

        assertThat(rows()).extracting(Row::event).containsExactlyElementsOf(events);
        assertThat(rows())
                .extracting(Row::type)
                .containsExactly("note.written.v1", "note.deleted.v1", "note.written.v1");
        assertThat(rows()).extracting(Row::topic).containsOnly(Topics.NOTES);
    }

    @Test
    void the_key_is_the_conversation_and_decides_the_lane() {
        var conversations = Stream.generate(UUID::randomUUID).limit(20).toList();

        carryOut(database.write(OUTBOX.append(
                conversations.stream().map(any -> Notes.written(any, "one")).toList())));

        assertThat(rows())
                .extracting(Row::key)
                .containsExactlyElementsOf(
                        conversations.stream().map(UUID::toString).toList());
        assertThat(rows()).allSatisfy(row -> assertThat(row.lane()).isEqualTo(OutboxRelay.laneOf(row.key())));
    }

    @Test
    void each_event_has_an_id_of_its_own() throws SQLException {
        var same = written("one");

        carryOut(database.write(OUTBOX.append(List.of(same, same))));

        assertThat(servers.count("select count(distinct event_id) from outbox")).isEqualTo(2);
    }

    @Test
    void nothing_stands_there_when_the_transaction_is_undone() {
        var statements = Stream.concat(
                        OUTBOX.append(List.of(written("one"))).stream(), Stream.of(word("one"), word("one")))
                .toList();

        assertThatExceptionOfType(PgException.class).isThrownBy(() -> carryOut(database.write(statements)));

        assertThat(rows()).isEmpty();
    }

    @Test
    void nothing_is_appended_when_there_is_nothing_to_tell() {
        assertThat(OUTBOX.append(List.of())).isEmpty();
    }

    @Test
    void a_change_and_what_is_told_of_it_are_one_statement() {
        var events = List.of(written("one"), written("two"));

        var changed = carryOut(database.ask(OUTBOX.appendWith(returning("one"), events)));

        assertThat(changed.iterator().next().getString("text")).isEqualTo("one");
        assertThat(rows()).extracting(Row::event).containsExactlyElementsOf(events);
        assertThat(rows()).extracting(Row::lane).containsOnly(OutboxRelay.laneOf(conversation.toString()));
    }

    @Test
    void nothing_is_told_of_a_change_that_changed_nothing() {
        carryOut(database.ask(word("one")));

        var changed = carryOut(database.ask(OUTBOX.appendWith(
                Statement.of("insert into word values ($1) on conflict do nothing returning text", "one"),
                List.of(written("one")))));

        assertThat(changed).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    void nothing_is_told_of_a_change_that_was_refused() {
        carryOut(database.ask(word("one")));

        assertThatExceptionOfType(PgException.class)
                .isThrownBy(() -> carryOut(database.ask(OUTBOX.appendWith(returning("one"), List.of(written("one"))))));

        assertThat(rows()).isEmpty();
    }

    @Test
    void nothing_is_changed_when_it_cannot_be_told() throws SQLException {
        servers.run("alter table outbox add constraint nobody_may_tell check (topic = '') not valid");
        try {
            assertThatExceptionOfType(PgException.class)
                    .isThrownBy(
                            () -> carryOut(database.ask(OUTBOX.appendWith(returning("one"), List.of(written("one"))))));
        } finally {
            servers.run("alter table outbox drop constraint nobody_may_tell");
        }

        assertThat(servers.count("select count(*) from word")).isZero();
    }

    @Test
    void a_change_of_which_nothing_is_told_is_carried_out_all_the_same() throws SQLException {
        carryOut(database.ask(OUTBOX.appendWith(returning("one"), List.of())));

        assertThat(servers.count("select count(*) from word")).isEqualTo(1);
        assertThat(rows()).isEmpty();
    }

    private NoteEvent.Written written(String text) {
        return Notes.written(conversation, text);
    }

    private static Statement word(String text) {
        return Statement.of("insert into word values ($1)", text);
    }

    private static Statement returning(String text) {
        return Statement.of("insert into word values ($1) returning text", text);
    }

    private static List<Row> rows() {
        var found = carryOut(database.ask("select lane, topic, key, type, payload from outbox order by position"));
        return StreamSupport.stream(found.spliterator(), false).map(Row::of).toList();
    }

    private static <T> T carryOut(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(10));
    }
}
