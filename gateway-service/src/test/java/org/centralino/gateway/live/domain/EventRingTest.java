package org.centralino.gateway.live.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventRingTest {

    @Test
    void who_has_seen_everything_has_missed_nothing() {
        var ring = ring(10);
        ring.add(event(0, 0));

        assertThat(missed(ring, 1, 0)).isEmpty();
    }

    @Test
    void what_was_missed_comes_in_order() {
        var ring = ring(10);
        ring.add(event(0, 0));
        ring.add(event(1, 0));
        ring.add(event(0, 1));
        ring.add(event(1, 1));

        assertThat(missed(ring, 1, 0)).containsExactly("1/0", "0/1", "1/1");
    }

    @Test
    void what_does_not_fit_any_more_is_not_served_in_part() {
        var ring = ring(2);
        ring.add(event(0, 0));
        ring.add(event(1, 0));
        ring.add(event(0, 1));

        assertThat(ring.readSince(new long[] {0, 0}, (_, _) -> {})).isFalse();
        assertThat(missed(ring, 1, 0)).containsExactly("1/0", "0/1");
    }

    @Test
    void large_events_push_old_ones_out() {
        var ring = new EventRing(new long[] {0, 0}, 100, 10_000);
        ring.add(event(0, 0));
        ring.add(new LiveEvent(1, 0, "type", "1/0", new byte[9_700], new Sight.Nobodys()));

        assertThat(ring.readSince(new long[] {0, 0}, (_, _) -> {})).isFalse();
        assertThat(missed(ring, 1, 0)).containsExactly("1/0");
    }

    @Test
    void a_ring_that_starts_late_does_not_reach_back_further() {
        var ring = new EventRing(new long[] {100, 7}, 10, 1_000_000);

        assertThat(ring.readSince(new long[] {99, 7}, (_, _) -> {})).isFalse();
        assertThat(ring.readSince(new long[] {100, 7}, (_, _) -> {})).isTrue();
    }

    @Test
    void offsets_that_kafka_left_out_are_not_missed() {
        var ring = ring(10);
        ring.add(event(0, 3));
        ring.add(event(0, 8));

        assertThat(missed(ring, 0, 0)).containsExactly("0/3", "0/8");
        assertThat(missed(ring, 2, 0)).containsExactly("0/3", "0/8");
        assertThat(missed(ring, 4, 0)).containsExactly("0/8");
        assertThat(missed(ring, 6, 0)).containsExactly("0/8");
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /// A browser reads from one replica, is cut off anywhere, goes on at another whose interleaving differs
    /// and which may be behind or ahead, is cut off in the middle of the replay, and so on.
    @ParameterizedTest
    @MethodSource("seeds")
    void whoever_resumes_after_any_cut_gets_each_event_once_and_in_the_order_of_its_stream(int seed) {
        var random = new Random(seed);
        var streams = random.nextInt(1, 6);
        var log = IntStream.range(0, streams).mapToObj(_ -> random.nextInt(40)).toList();
        var total = log.stream().mapToInt(Integer::intValue).sum();
        var seen = new ArrayList<String>();
        var next = new long[streams];

        for (var life = 0; life < 6; life++) {
            var replica = interleaved(log, random);
            var read = life == 5 ? total : random.nextInt(total + 1);
            var ring = new EventRing(new long[streams], 1_000, 1_000_000);
            replica.subList(0, read).forEach(ring::add);
            next = follow(ring, next, random, replica.subList(read, replica.size()), seen, life == 5);
        }

        var expected = IntStream.range(0, streams)
                .boxed()
                .flatMap(stream -> IntStream.range(0, log.get(stream)).mapToObj(offset -> stream + "/" + offset))
                .toList();
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        IntStream.range(0, streams)
                .forEach(stream -> assertThat(seen.stream().filter(id -> id.startsWith(stream + "/")))
                        .containsExactlyElementsOf(expected.stream()
                                .filter(id -> id.startsWith(stream + "/"))
                                .toList()));
    }

    /// Replays what was missed and follows what comes next, as the hub does; stops anywhere unless it is
    /// the last time.
    ///
    /// @return the cursor of the last frame that the browser got
    private static long[] follow(
            EventRing ring, long[] next, Random random, List<LiveEvent> coming, List<String> seen, boolean toTheEnd) {
        var cursor = new long[][] {next.clone()};
        var cut = toTheEnd ? Integer.MAX_VALUE : random.nextInt(30);
        var frames = new ArrayList<Runnable>();
        assertThat(ring.readSince(next, (event, after) -> {
                    var position = after.clone();
                    frames.add(() -> {
                        seen.add(event.id());
                        cursor[0] = position;
                    });
                }))
                .isTrue();
        var ahead = new Progress(next);
        for (var event : coming) {
            ring.add(event);
            if (!ahead.covers(event)) {
                var position = ahead.with(ring.head());
                frames.add(() -> {
                    seen.add(event.id());
                    cursor[0] = position;
                });
            }
        }
        frames.stream().limit(cut).forEach(Runnable::run);
        return cursor[0];
    }

    private static List<LiveEvent> interleaved(List<Integer> log, Random random) {
        var done = new int[log.size()];
        var open = new ArrayList<>(IntStream.range(0, log.size())
                .filter(stream -> log.get(stream) > 0)
                .boxed()
                .toList());
        var events = new ArrayList<LiveEvent>();
        while (!open.isEmpty()) {
            var stream = open.get(random.nextInt(open.size()));
            events.add(event(stream, done[stream]++));
            if (done[stream] == log.get(stream)) {
                open.remove((Object) stream);
            }
        }
        return events;
    }

    private static List<String> missed(EventRing ring, long... next) {
        var ids = new ArrayList<String>();
        assertThat(ring.readSince(next, (event, _) -> ids.add(event.id()))).isTrue();
        return ids;
    }

    private static EventRing ring(int size) {
        return new EventRing(new long[2], size, 1_000_000);
    }

    private static LiveEvent event(int stream, long offset) {
        return new LiveEvent(stream, offset, "type", stream + "/" + offset, new byte[0], new Sight.Nobodys());
    }
}
