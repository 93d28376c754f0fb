package org.centralino.simulator.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A numbered list of everything of one kind that was ever seen. It lives on disk, so it may be long; memory
/// holds a signpost to every so many lines.
public final class Ledger {
    private static final int SIGNPOST_EVERY = 256;

    private final Path file;
    private final List<Long> signposts = new ArrayList<>();
    private JsonLines lines;
    private long count;
    private long first = 1;

    /// @param sequence the number of the last item; ask from here for what follows
    /// @param more whether there are items behind the last one
    public record Page(List<JsonNode> items, long sequence, boolean more) {}

    /// Opens the ledger of this name.
    public Ledger(Path folder, String name) {
        this.file = folder.resolve(name + ".jsonl");
        this.lines = JsonLines.open(file, (line, position) -> {
            if (count == 0) {
                first = sequenceOf(line);
            }
            signpost(position);
            count++;
        });
    }

    /// Writes an item; its property `sequence` is set here.
    ///
    /// @return the sequence
    public synchronized long add(ObjectNode item) {
        var sequence = first + count;
        item.put("sequence", sequence);
        signpost(lines.append(PlainJson.write(item) + "\n"));
        count++;
        return sequence;
    }

    /// @param since the sequence after which to begin
    public Page after(long since, int limit) {
        long skip;
        long last;
        InputStream in;
        synchronized (this) {
            last = first + count - 1;
            if (count == 0 || since >= last) {
                return new Page(List.of(), Math.max(since, last), false);
            }
            var index = Math.max(0, since - first + 1);
            skip = index % SIGNPOST_EVERY;
            in = openAt(signposts.get(Math.toIntExact(index / SIGNPOST_EVERY)));
        }
        return read(in, skip, limit, last);
    }

    /// Forgets all items; the numbers go on.
    public synchronized void clear() {
        try {
            lines.close();
            Files.deleteIfExists(file);
            first += count;
            count = 0;
            signposts.clear();
            lines = JsonLines.open(file, (_, _) -> {});
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The ledger cannot be cleared", unwritable);
        }
    }

    /// What is opened can be read to its end even when the ledger is cleared meanwhile.
    private InputStream openAt(long position) {
        try {
            var in = Files.newInputStream(file);
            in.skipNBytes(position);
            return in;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The ledger cannot be read", unreadable);
        }
    }

    private static Page read(InputStream in, long skip, int limit, long last) {
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (long skipped = 0; skipped < skip; skipped++) {
                reader.readLine();
            }
            var items = new ArrayList<JsonNode>();
            var sequence = 0L;
            while (items.size() < limit && sequence < last) {
                var line = Objects.requireNonNull(reader.readLine(), "every item up to the last was written");
                var item = PlainJson.MAPPER.readTree(line);
                sequence = item.path("sequence").asLong();
                items.add(item);
            }
            return new Page(items, sequence, sequence < last);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The ledger cannot be read", unreadable);
        }
    }

    private void signpost(long position) {
        if (count % SIGNPOST_EVERY == 0) {
            signposts.add(position);
        }
    }

    private static long sequenceOf(String line) {
        try {
            return PlainJson.MAPPER.readTree(line).path("sequence").asLong(1);
        } catch (JsonProcessingException damaged) {
            return 1;
        }
    }
}
