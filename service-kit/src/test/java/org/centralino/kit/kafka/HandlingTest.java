package org.centralino.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.centralino.events.NoteEvent;
import org.centralino.events.Topics;
import org.centralino.kit.kafka.Handling.Delivery;
import org.centralino.kit.retry.OnEventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HandlingTest {
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final OnEventLoop eventLoop = new OnEventLoop();
    private final List<List<String>> pieces = new ArrayList<>();
    private final List<String> handled = new ArrayList<>();
    private final Map<String, Throwable> setAside = new LinkedHashMap<>();

    @AfterEach
    void close() {
        eventLoop.close();
    }

    @Test
    void what_came_together_is_handled_as_one_piece() throws Exception {
        handle(4, this::succeeding, this::answering);

        assertThat(pieces).containsExactly(List.of("0", "1", "2", "3"));
    }

    @Test
    void nothing_is_no_work() throws Exception {
        handle(0, this::succeeding, this::answering);

        assertThat(pieces).isEmpty();
    }

    @Test
    void a_batch_that_fails_is_halved_until_the_bad_record_is_alone() throws Exception {
        handle(8, failingAt("5"), this::answering);

        assertThat(pieces)
                .startsWith(
                        List.of("0", "1", "2", "3", "4", "5", "6", "7"),
                        List.of("0", "1", "2", "3"),
                        List.of("4", "5", "6", "7"),
                        List.of("4", "5"),
                        List.of("4"),
                        List.of("5"));
    }

    @Test
    void only_the_bad_record_is_set_aside_and_all_others_are_handled_in_order() throws Exception {
        handle(8, failingAt("5"), this::answering);

        assertThat(setAside).containsOnlyKeys("5");
        assertThat(handled).containsExactly("0", "1", "2", "3", "4", "6", "7");
    }

    @Test
    void each_of_several_bad_records_is_set_aside() throws Exception {
        handle(5, failingAt("0", "4"), this::answering);

        assertThat(setAside).containsOnlyKeys("0", "4");
        assertThat(handled).containsExactly("1", "2", "3");
    }

    @Test
    void a_record_that_is_set_aside_says_what_was_behind_its_failure() throws Exception {
        var reason = new IllegalArgumentException("no such status");

        handle(1, _ -> Uni.createFrom().failure(new RuntimeException("wrapped", reason)), this::answering);

        assertThat(setAside).containsExactly(Map.entry("0", reason));
    }

    @Test
    void a_record_that_succeeds_at_the_third_try_is_not_set_aside() throws Exception {
        handle(
                1,
                received -> pieces.size() < 3
                        ? Uni.createFrom().failure(new IllegalStateException("another was faster"))
                        : succeeding(received),
                this::answering);

        assertThat(handled).containsExactly("0");
        assertThat(setAside).isEmpty();
    }

    @Test
    void work_that_throws_has_failed_like_any_other() throws Exception {
        handle(
                1,
                _ -> {
                    throw new IllegalStateException("before there was a Uni");
                },
                this::answering);

        assertThat(setAside).containsOnlyKeys("0");
    }

    @Test
    void what_is_away_is_waited_for_and_the_batch_stays_whole() throws Exception {
        handle(
                2,
                received -> pieces.size() < 3
                        ? Uni.createFrom().failure(new ConnectException("Connection refused"))
                        : succeeding(received),
                this::answering);

        assertThat(pieces).hasSize(3).containsOnly(List.of("0", "1"));
        assertThat(handled).containsExactly("0", "1");
        assertThat(setAside).isEmpty();
    }

    @Test
    void while_the_database_does_not_answer_work_without_an_answer_is_tried_again() throws Exception {
        handle(
                2,
                received -> pieces.size() < 4 ? Uni.createFrom().nothing() : succeeding(received),
                () -> Uni.createFrom().item(false));

        assertThat(pieces).hasSize(4).containsOnly(List.of("0", "1"));
        assertThat(handled).containsExactly("0", "1");
        assertThat(setAside).isEmpty();
    }

    @Test
    void work_that_never_answers_is_set_aside_when_the_database_does() throws Exception {
        handle(1, _ -> Uni.createFrom().nothing(), this::answering);

        assertThat(setAside.get("0")).isInstanceOf(Handling.TooLongException.class);
    }

    @Test
    void what_is_behind_work_that_never_answers_is_handled() throws Exception {
        handle(
                3,
                received -> idsOf(received).contains("1") ? Uni.createFrom().nothing() : succeeding(received),
                this::answering);

        assertThat(setAside).containsOnlyKeys("1");
        assertThat(handled).containsExactly("0", "2");
    }

    @Test
    void a_batch_that_never_answers_is_handled_one_by_one_as_each_half_would_wait_as_long() throws Exception {
        handle(
                500,
                received -> idsOf(received).contains("250") ? Uni.createFrom().nothing() : succeeding(received),
                this::answering);

        assertThat(pieces.stream().filter(piece -> piece.contains("250")).map(List::size))
                .containsExactly(500, 1, 1);
        assertThat(setAside).containsOnlyKeys("250");
        assertThat(handled).hasSize(499).isSortedAccordingTo(Comparator.comparing(Integer::valueOf));
    }

    @Test
    void a_statement_that_was_cancelled_each_time_is_set_aside_when_the_database_answers() throws Exception {
        var cancelled = new PgException("canceling statement due to statement timeout", "ERROR", "57014", null);

        handle(1, _ -> Uni.createFrom().failure(cancelled), this::answering);

        assertThat(setAside).containsExactly(Map.entry("0", cancelled));
    }

    /// Once in a batch and twice alone, the pause between, and a second each for asking the database.
    @Test
    void a_record_that_never_answers_keeps_the_others_waiting_for_less_than_half_a_minute() {
        assertThat(Handling.LONGEST_WORK.plusSeconds(1).multipliedBy(3).plusMillis(200))
                .isLessThan(Duration.ofSeconds(30));
    }

    private void handle(
            int records, Function<List<Received<NoteEvent>>, Uni<Void>> work, Supplier<Uni<Boolean>> databaseAnswers)
            throws Exception {
        var handling = new Handling<NoteEvent>(
                received -> {
                    pieces.add(idsOf(received));
                    return work.apply(received);
                },
                MOMENT,
                databaseAnswers,
                (source, reason) -> {
                    setAside.put(source.key(), reason);
                    return Uni.createFrom().voidItem();
                });
        eventLoop.await(() -> handling.handle(
                IntStream.range(0, records).mapToObj(HandlingTest::delivery).toList()));
    }

    private Uni<Void> succeeding(List<Received<NoteEvent>> received) {
        handled.addAll(idsOf(received));
        return Uni.createFrom().voidItem();
    }

    private Function<List<Received<NoteEvent>>, Uni<Void>> failingAt(String... bad) {
        return received -> idsOf(received).stream().anyMatch(List.of(bad)::contains)
                ? Uni.createFrom().failure(new IllegalArgumentException("no such status"))
                : succeeding(received);
    }

    private Uni<Boolean> answering() {
        return Uni.createFrom().item(true);
    }

    private static List<String> idsOf(List<Received<NoteEvent>> received) {
        return received.stream().map(Received::id).toList();
    }

    private static Delivery<NoteEvent> delivery(int number) {
        var id = String.valueOf(number);
        return new Delivery<>(
                new ConsumerRecord<>(Topics.NOTES, 0, number, id, new byte[0]),
                new Received<>(id, new NoteEvent.Unrecognised("note.pinned.v9")));
    }
}
