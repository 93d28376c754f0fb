package org.centralino.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.MalformedInputException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutageTest {

    static Stream<Throwable> whatPasses() {
        return Stream.of(
                new ConnectException("Connection refused: localhost/127.0.0.1:5433"),
                new ConnectTimeoutException("connection timed out"),
                new UnknownHostException("database"),
                new SocketException("Connection reset"),
                new ClosedChannelException(),
                new IOException("Broken pipe"),
                new TimeoutException(),
                new io.smallrye.mutiny.TimeoutException(),
                ClosedConnectionException.INSTANCE,
                new VertxException("Connection is closed", true),
                new VertxException("Timeout waiting for connection", true),
                new VertxException("Pending requests failed to be sent due to connection has been closed.", true),
                new NoStackTraceThrowable("Connection is not active now, current status: CLOSING"),
                new IllegalStateException("Connection is closed"),
                new IllegalStateException("Pool is closed"),
                new IllegalStateException("Session/EntityManager is closed"),
                new org.apache.kafka.common.errors.TimeoutException("not within 45000 ms"),
                new NotEnoughReplicasException("one broker is left"),
                new EventPublisher.NotAcknowledgedException(new TimeoutException()));
    }

    @ParameterizedTest
    @MethodSource("whatPasses")
    void what_passes_by_itself_is_waited_out(Throwable failure) {
        assertThat(Outage.isBehind(failure)).isTrue();
    }

    static Stream<Throwable> whatStays() {
        return Stream.of(
                new NullPointerException(),
                new IllegalArgumentException("no such status"),
                new IllegalStateException("The conversation is closed"),
                new IllegalStateException("A dispatch that is closed cannot be claimed"),
                new ClassCastException("closed"),
                new UnsupportedOperationException("timeout"),
                new JsonParseException("Unexpected character"),
                new UncheckedIOException(new JsonParseException("Unexpected character")),
                new MalformedInputException(1),
                TransactionRollbackException.INSTANCE,
                new EventPublisher.NotAcknowledgedException(new ExecutionException(new RecordTooLargeException())));
    }

    @ParameterizedTest
    @MethodSource("whatStays")
    void what_a_record_causes_each_time_is_not_waited_out(Throwable failure) {
        assertThat(Outage.isBehind(failure)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "08006, connection failure",
        "08P01, protocol violation",
        "25006, read only: a server that is no longer the primary",
        "28P01, wrong password: it is being changed",
        "3D000, no such database: it is being made",
        "40001, serialization failure",
        "40P01, deadlock",
        "53100, disk full",
        "53300, too many connections",
        "55P03, lock not available",
        "57P01, the administrator shuts it down",
        "57P03, starting up",
        "58030, an error of its disk"
    })
    void a_database_that_is_in_trouble_is_waited_for(String state, String meaning) {
        assertThat(Outage.isBehind(refused(state))).as(meaning).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "22001, text too long",
        "22021, U+0000 in a text",
        "22P02, not a uuid",
        "23502, null where something must be",
        "23503, no such row",
        "23505, a key that is taken",
        "23514, a check that fails",
        "42P01, no such table",
        "42601, a mistake in SQL"
    })
    void what_the_database_refuses_for_its_content_belongs_to_the_record(String state, String meaning) {
        assertThat(Outage.isBehind(refused(state))).as(meaning).isFalse();
    }

    @Test
    void an_outage_is_found_below_what_others_made_of_it() {
        var deep = new CompletionException(new RuntimeException(
                "could not execute statement", new RuntimeException(new ConnectException("refused"))));

        assertThat(Outage.isBehind(deep)).isTrue();
        assertThat(Outage.isBehind(new RuntimeException(refused("57P01")))).isTrue();
        assertThat(Outage.isBehind(new RuntimeException(refused("23502")))).isFalse();
    }

    @Test
    void a_failure_that_is_its_own_cause_does_not_hang() {
        var first = new RuntimeException("first");
        var second = new RuntimeException("second", first);
        first.initCause(second);

        assertThat(Outage.isBehind(first)).isFalse();
    }

    private static PgException refused(String state) {
        return new PgException("the database's words", "ERROR", state, null);
    }
}
