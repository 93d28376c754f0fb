package org.centralino.gateway.live.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.centralino.gateway.live.domain.Streams.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {
    private static final List<Stream> PARTITIONS = List.of(new Stream("a", 0), new Stream("a", 1), new Stream("b", 0));

    private final Streams streams = new Streams("cluster", PARTITIONS);

    @Test
    void a_cursor_says_how_far_somebody_has_come_in_each_stream() {
        var next = new long[] {0, 127, Long.MAX_VALUE / 4};

        assertThat(new Streams("cluster", PARTITIONS).read(streams.cursor(next)))
                .hasValue(next);
    }

    @Test
    void a_cursor_of_another_cluster_or_of_other_partitions_is_not_understood() {
        var cursor = streams.cursor(new long[] {1, 2, 3});

        assertThat(new Streams("wiped", PARTITIONS).read(cursor)).isEmpty();
        assertThat(new Streams("cluster", PARTITIONS.reversed()).read(cursor)).isEmpty();
        assertThat(new Streams("cluster", PARTITIONS.subList(0, 2)).read(cursor))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not a cursor", "AAAA", "AQAAAAAAAAAA", "😊", "=====", "AQ\u0000"})
    void rubbish_is_not_understood(String rubbish) {
        assertThat(streams.read(rubbish)).isEmpty();
    }

    @Test
    void a_mutated_cursor_never_fails() {
        var random = new Random(1);
        var cursor = streams.cursor(new long[] {5, 300, 70_000}).toCharArray();
        for (var i = 0; i < 10_000; i++) {
            var mutated = cursor.clone();
            mutated[random.nextInt(mutated.length)] = (char) random.nextInt(33, 127);
            assertThat(streams.read(new String(mutated))
                            .map(next -> next.length)
                            .orElse(3))
                    .isEqualTo(3);
        }
    }
}
