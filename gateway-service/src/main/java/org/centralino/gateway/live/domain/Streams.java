package org.centralino.gateway.live.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/// The partitions that are read, in an order on which all replicas agree, and the cursors that say how far
/// somebody has come in each. A cursor belongs to these streams of this cluster; any other is not
/// understood.
public final class Streams {
    private static final byte FORM = 1;

    /// Those of one who reads nothing yet: no cursor is understood.
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

    /// @param next the offset to read next, per stream
    public String cursor(long[] next) {
        var bytes = ByteBuffer.allocate(5 + next.length * 10);
        bytes.put(FORM).putInt(fingerprint);
        for (var offset : next) {
            var rest = offset;
            while (rest > 0x7F) {
                bytes.put((byte) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            bytes.put((byte) rest);
        }
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /// @param cursor what a browser kept
    /// @return the offsets to read next, per stream; nothing when it is no cursor of these streams
    public Optional<long[]> read(String cursor) {
        try {
            var bytes = ByteBuffer.wrap(java.util.Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() < 5 || bytes.get() != FORM || bytes.getInt() != fingerprint) {
                return Optional.empty();
            }
            var next = IntStream.range(0, streams.size())
                    .mapToLong(_ -> readNumber(bytes))
                    .toArray();
            return bytes.hasRemaining() ? Optional.empty() : Optional.of(next);
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException broken) {
            return Optional.empty();
        }
    }

    private static long readNumber(ByteBuffer bytes) {
        long number = 0;
        for (var shift = 0; shift < 63; shift += 7) {
            var next = bytes.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("longer than any offset");
    }

    /// @return whether cursors of the one are understood by the other
    @Override
    public boolean equals(Object other) {
        return other instanceof Streams that && fingerprint == that.fingerprint && streams.equals(that.streams);
    }

    @Override
    public int hashCode() {
        return fingerprint;
    }
}
