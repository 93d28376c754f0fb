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
    private static final Streams TWO = streamsOf(2);

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

        assertThat(ring.positionOf(new long[] {0, 0})).isEmpty();
        assertThat(missed(ring, 1, 0)).containsExactly("1/0", "0/1");
    }

    @Test
    void large_events_push_old_ones_out() {
        var ring = new EventRing(TWO, new long[] {0, 0}, 100, 10_000);
        ring.add(event(0, 0));
        ring.add(new LiveEvent(1, 0, "x".repeat(9_700), new Sight.Nobodys(), null));

        assertThat(ring.positionOf(new long[] {0, 0})).isEmpty();
        assertThat(missed(ring, 1, 0)).singleElement().asString().hasSize(9_700);
    }

    @Test
    void a_ring_that_starts_late_does_not_reach_back_further() {
        var ring = new EventRing(TWO, new long[] {100, 7}, 10, 1_000_000);

        assertThat(ring.positionOf(new long[] {99, 7})).isEmpty();
        assertThat(ring.positionOf(new long[] {100, 7})).hasValue(0);
    }

    @Test
    void whom_the_ring_has_passed_reads_nothing() {
        var ring = ring(2);
        ring.add(event(0, 0));
        ring.add(event(0, 1));
        ring.add(event(0, 2));

        assertThat(ring.from(0, 10)).isEmpty();
        assertThat(ring.from(1, 10).orElseThrow()).extracting(LiveEvent::frame).containsExactly("0/1", "0/2");
    }

    @Test
    void what_is_read_at_once_has_a_limit() {
        var ring = ring(10);
        ring.add(event(0, 0));
        ring.add(event(0, 1));

        assertThat(ring.from(0, 1).orElseThrow()).extracting(LiveEvent::frame).containsExactly("0/0");
        assertThat(ring.from(2, 1).orElseThrow()).isEmpty();
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
            var ring = new EventRing(streamsOf(streams), new long[streams], 1_000, 1_000_000);
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

    /// Reads what was missed and what comes next, as a socket does; stops anywhere unless it is the last time.
    ///
    /// @return the offset to read next, per stream
    private static long[] follow(
            EventRing ring, long[] seen, Random random, List<LiveEvent> coming, List<String> heard, boolean toTheEnd) {
        var next = seen.clone();
        var cut = toTheEnd ? Integer.MAX_VALUE : random.nextInt(30);
        var ahead = new Progress(seen);
        var position = ring.positionOf(seen).orElseThrow();
        coming.forEach(ring::add);
        while (position < ring.end().position()) {
            for (var event : ring.from(position, 7).orElseThrow()) {
                position++;
                if (ahead.covers(event)) {
                    continue;
                }
                if (cut-- == 0) {
                    return next;
                }
                heard.add(event.frame());
                next[event.stream()] = event.offset() + 1;
            }
        }
        return next;
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
        var position = ring.positionOf(next).orElseThrow();
        var ahead = new Progress(next);
        return ring.from(position, 100).orElseThrow().stream()
                .filter(event -> !ahead.covers(event))
                .map(LiveEvent::frame)
                .toList();
    }

    private static EventRing ring(int size) {
        return new EventRing(TWO, new long[2], size, 1_000_000);
    }

    private static Streams streamsOf(int size) {
        return new Streams(
                "cluster",
                IntStream.range(0, size)
                        .mapToObj(partition -> new Streams.Stream("topic", partition))
                        .toList());
    }

    private static LiveEvent event(int stream, long offset) {
        return new LiveEvent(stream, offset, stream + "/" + offset, new Sight.Nobodys(), null);
    }
}
