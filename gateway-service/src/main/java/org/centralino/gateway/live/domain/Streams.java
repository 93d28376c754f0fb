package org.centralino.gateway.live.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/// The partitions that are read, in an order on which all replicas agree: how far somebody has come is an offset in
/// each. Offsets belong to these streams of this cluster; those of others mean nothing here.
public final class Streams {
    /// Those of one who reads nothing yet.
    public static final Streams NONE = new Streams("", List.of());

    private final List<Stream> streams;
    private final Map<Stream, Integer> indexes;
    private final int fingerprint;

    /// One partition of one topic.
    public record Stream(String topic, int partition) {}

    /// @param cluster the id of the Kafka cluster
    /// @param streams the partitions, sorted
    public Streams(String cluster, List<Stream> streams) {
        this.streams = List.copyOf(streams);
        this.indexes =
                IntStream.range(0, streams.size()).boxed().collect(Collectors.toMap(streams::get, index -> index));
        var hash = new CRC32C();
        hash.update((cluster + streams).getBytes(StandardCharsets.UTF_8));
        this.fingerprint = (int) hash.getValue();
    }

    public int size() {
        return streams.size();
    }

    /// @return the partitions, by their index
    public List<Stream> all() {
        return streams;
    }

    /// @return the index of a partition
    public int indexOf(String topic, int partition) {
        return Objects.requireNonNull(indexes.get(new Stream(topic, partition)), "only what is read is asked for");
    }

    /// @return a name of these streams of this cluster, with which browsers keep how far they have come
    public String name() {
        return Integer.toHexString(fingerprint);
    }

    /// @param name of the streams that a browser has read
    /// @param next the offset that it reads next, per stream
    /// @return the offsets, when they are of these streams
    public Optional<long[]> offsets(String name, List<Long> next) {
        return name.equals(name())
                        && next.size() == streams.size()
                        && next.stream().allMatch(offset -> offset >= 0)
                ? Optional.of(next.stream().mapToLong(Long::longValue).toArray())
                : Optional.empty();
    }

    /// @return whether offsets of the one are those of the other
    @Override
    public boolean equals(Object other) {
        return other instanceof Streams that && fingerprint == that.fingerprint && streams.equals(that.streams);
    }

    @Override
    public int hashCode() {
        return fingerprint;
    }
}
