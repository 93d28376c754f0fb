package org.centralino.gateway.live.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.centralino.gateway.live.domain.Streams.Stream;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private static final List<Stream> PARTITIONS = List.of(new Stream("a", 0), new Stream("a", 1), new Stream("b", 0));

    private final Streams streams = new Streams("cluster", PARTITIONS);

    @Test
    void how_far_somebody_has_come_is_an_offset_in_each_stream() {
        var same = new Streams("cluster", PARTITIONS);

        assertThat(same.offsets(streams.name(), List.of(0L, 127L, Long.MAX_VALUE)))
                .hasValue(new long[] {0, 127, Long.MAX_VALUE});
    }

    @Test
    void offsets_in_another_cluster_or_in_other_partitions_mean_nothing() {
        var next = List.of(1L, 2L, 3L);

        assertThat(new Streams("wiped", PARTITIONS).offsets(streams.name(), next))
                .isEmpty();
        assertThat(new Streams("cluster", PARTITIONS.reversed()).offsets(streams.name(), next))
                .isEmpty();
        assertThat(new Streams("cluster", PARTITIONS.subList(0, 2)).offsets(streams.name(), next))
                .isEmpty();
        assertThat(streams.offsets("", next)).isEmpty();
    }

    @Test
    void what_is_no_offset_in_each_stream_means_nothing() {
        assertThat(streams.offsets(streams.name(), List.of())).isEmpty();
        assertThat(streams.offsets(streams.name(), List.of(1L, 2L))).isEmpty();
        assertThat(streams.offsets(streams.name(), List.of(1L, -1L, 2L))).isEmpty();
    }
}
