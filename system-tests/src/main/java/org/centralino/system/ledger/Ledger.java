package org.centralino.system.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.centralino.system.stack.Json;

/// The file of what was sent and answered, JSON lines. A line is on the disk before its act goes on, so not
/// even the end of the driver makes it forget.
public final class Ledger implements AutoCloseable {
    private final FileChannel file;
    private final List<Entry> entries = new ArrayList<>();

    private Ledger(FileChannel file) {
        this.file = file;
    }

    /// Begins an empty ledger.
    public static Ledger at(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            return new Ledger(FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("No ledger can be written at " + path, unwritable);
        }
    }

    /// @return the lines of a ledger that was written before
    public static List<Entry> read(Path path) {
        try {
            var entries = new ArrayList<Entry>();
            for (var line : Files.readAllLines(path)) {
                entries.add(Json.MAPPER.readValue(line, Entry.class));
            }
            return entries;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("No ledger can be read at " + path, unreadable);
        }
    }

    /// Comes back when the line is on the disk.
    public synchronized void write(Entry entry) {
        try {
            var line = ByteBuffer.wrap((Json.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(false);
            entries.add(entry);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The ledger cannot be written", unwritable);
        }
    }

    /// @return the lines so far
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
