package org.centralino.simulator.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.ObjLongConsumer;

/// A file that only grows, a line at a time. A written line survives the death of the process (not of the
/// machine: it is not synced); half a line that a kill left at the end is dropped at the next start.
final class JsonLines implements Closeable {
    private final FileChannel channel;
    private long size;

    private JsonLines(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    /// Opens the file and shows each of its lines, with the position where it begins.
    static JsonLines open(Path file, ObjLongConsumer<String> line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var size = read(file, line);
            channel.truncate(size);
            channel.position(size);
            return new JsonLines(channel, size);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot open %s: check the folder's rights".formatted(file), unreadable);
        }
    }

    /// @return the position of the first of the lines
    long append(String lines) {
        try {
            var start = size;
            var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII));
            size += bytes.remaining();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return start;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The simulator's state cannot be written: is the disk full?", unwritable);
        }
    }

    long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static long read(Path file, ObjLongConsumer<String> line) throws IOException {
        long whole = 0;
        long position = 0;
        var buffer = new ByteArrayOutputStream();
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (var next = in.read(); next >= 0; next = in.read()) {
                position++;
                if (next == '\n') {
                    line.accept(buffer.toString(StandardCharsets.US_ASCII), whole);
                    buffer.reset();
                    whole = position;
                } else {
                    buffer.write(next);
                }
            }
        }
        return whole;
    }
}
