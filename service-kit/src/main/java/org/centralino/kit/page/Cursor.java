package org.centralino.kit.page;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Where a page ends: a time and a tie-breaker, opaque to clients. A checksum tells a cursor that was cut
/// or altered; rights never depend on it.
public final class Cursor {
    private static final char SEPARATOR = '|';

    private Cursor() {}

    public static String of(Instant time, Object tieBreaker) {
        var text = (time.getEpochSecond() + "." + time.getNano() + SEPARATOR + tieBreaker)
                .getBytes(StandardCharsets.UTF_8);
        return written(checksum(text), text);
    }

    /// The one way to write it. Base64 itself has several: its last character has bits to spare.
    private static String written(int checksum, byte[] text) {
        var bytes = ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt(checksum)
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What a cursor says.
    public record Position(Instant time, String tieBreaker) {
        /// @throws org.centralino.kit.problem.ProblemException 400 `invalid-cursor` when it is of another
        ///     list
        public UUID id() {
            try {
                return UUID.fromString(tieBreaker);
            } catch (IllegalArgumentException number) {
                throw invalid();
            }
        }

        /// @throws org.centralino.kit.problem.ProblemException 400 `invalid-cursor` when it is of another
        ///     list
        public long number() {
            try {
                return Long.parseLong(tieBreaker);
            } catch (NumberFormatException id) {
                throw invalid();
            }
        }
    }

    /// @return the position; null for no cursor: the first page
    /// @throws org.centralino.kit.problem.ProblemException 400 `invalid-cursor` when it is not one of ours
    public static @Nullable Position read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            var checksum = bytes.getInt();
            var text = new byte[bytes.remaining()];
            bytes.get(text);
            if (checksum != checksum(text) || !written(checksum, text).equals(cursor)) {
                throw invalid();
            }
            var said = new String(text, StandardCharsets.UTF_8);
            var time = said.substring(0, said.indexOf(SEPARATOR)).split("\\.", 2);
            return new Position(
                    Instant.ofEpochSecond(Long.parseLong(time[0]), Long.parseLong(time[1])),
                    said.substring(said.indexOf(SEPARATOR) + 1));
        } catch (IllegalArgumentException
                | BufferUnderflowException
                | IndexOutOfBoundsException
                | DateTimeException
                | ArithmeticException broken) {
            throw invalid();
        }
    }

    private static RuntimeException invalid() {
        return Problem.of(
                        400,
                        "invalid-cursor",
                        "The cursor is not valid",
                        "Use the nextCursor or previousCursor of a page as it came, or leave it out to start with the first page.")
                .asException();
    }

    private static int checksum(byte[] text) {
        var crc = new CRC32C();
        crc.update(text);
        return (int) crc.getValue();
    }
}
