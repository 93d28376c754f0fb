package org.centralino.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.centralino.kit.kafka.EventPublisher;
import org.centralino.kit.kafka.Publishers;
import org.centralino.kit.outbox.Relays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class DatabaseTest {
    private static OwnServers servers;
    private static Replica replica;
    private static EventPublisher publisher;
    private static Database database;

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

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        servers.run("truncate word");
    }

    @Test
    void what_a_transaction_says_is_written_when_it_completes() throws SQLException {
        carryOut(database.write(List.of(word("one"), word("two"))));

        assertThat(words()).isEqualTo(2);
    }

    @Test
    void a_transaction_comes_to_its_result() {
        var result = carryOut(database.transaction(tx -> tx.ask("select 6 * 7 as answer")
                .map(rows -> new Written<>(rows.iterator().next().getInteger("answer"), List.of(word("one"))))));

        assertThat(result).isEqualTo(42);
    }

    @Test
    void what_it_reads_is_under_the_locks_of_what_it_asked_before() {
        var seen = carryOut(database.transaction(tx -> {
            tx.ask("insert into word values ('locked')");
            return tx.ask("select count(*) as words from word")
                    .map(rows -> Written.nothing(rows.iterator().next().getLong("words")));
        }));

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void when_the_work_fails_nothing_is_written() throws SQLException {
        var failing = database.<Void>transaction(tx -> tx.ask("insert into word values ('one')")
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("changed its mind"))));

        assertThatThrownBy(() -> carryOut(failing)).hasMessage("changed its mind");
        assertThat(words()).isZero();
    }

    @Test
    void when_the_work_throws_nothing_is_written() throws SQLException {
        var failing = database.<Void>transaction(tx -> {
            tx.ask("insert into word values ('one')");
            throw new IllegalStateException("changed its mind");
        });

        assertThatThrownBy(() -> carryOut(failing)).hasMessage("changed its mind");
        assertThat(words()).isZero();
    }

    @Test
    void when_one_statement_is_refused_none_is_written() throws SQLException {
        var refused = database.write(List.of(word("one"), word("two"), word("one"), word("three")));

        assertThatThrownBy(() -> carryOut(refused)).isInstanceOf(PgException.class);
        assertThat(words()).isZero();
    }

    @Test
    void it_tells_the_first_refusal_and_not_what_followed_from_it() {
        var refused = database.write(List.of(word("one"), word("one"), word("three")));

        assertThatThrownBy(() -> carryOut(refused))
                .isInstanceOfSatisfying(
                        PgException.class,
                        first -> assertThat(first.getSqlState()).isEqualTo("23505"));
    }

    @Test
    void a_question_that_was_refused_and_overlooked_does_not_pass_for_a_success() throws SQLException {
        var overlooking = database.transaction(tx -> tx.ask("select no_such_column from word")
                .onFailure()
                .recoverWithNull()
                .replaceWith(Written.only(List.of())));

        assertThatThrownBy(() -> carryOut(overlooking)).isInstanceOf(Exception.class);
        assertThat(words()).isZero();
    }

    @Test
    void more_transactions_than_connections_fail_without_using_them_up() throws SQLException {
        for (var transaction = 0; transaction < 20; transaction++) {
            var failing = database.<Void>transaction(_ -> Uni.createFrom().failure(new IllegalStateException("no")));
            assertThatThrownBy(() -> carryOut(failing)).hasMessage("no");
        }

        carryOut(database.write(List.of(word("one"))));

        assertThat(words()).isEqualTo(1);
    }

    private static <T> T carryOut(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(10));
    }

    private static Statement word(String text) {
        return Statement.of("insert into word values ($1)", text);
    }

    private static long words() throws SQLException {
        return servers.count("select count(*) from word");
    }
}
