package org.centralino.simulator.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Facts on disk, one JSON line each: `{"fact":"ClockJumped","of":{…}}`. Compacted at the start, and when it
/// has grown far beyond what is needed.
///
/// @param <F> a sealed interface whose records are the facts
public final class Journal<F> {
    private static final Logger LOG = Logger.getLogger(Journal.class);
    private static final long WORTH_COMPACTING = 64L * 1024 * 1024;

    private final Path file;
    private final Map<String, Class<?>> types;
    private final Supplier<Stream<F>> compacted;
    private JsonLines lines;
    private long compactAt;

    private record Line(String fact, Object of) {}

    /// Opens the journal and replays it.
    ///
    /// @param replay takes each fact of the journal, oldest first
    /// @param compacted gives the facts that are needed to come to the present state
    public Journal(Path folder, Class<F> sealedFacts, Consumer<F> replay, Supplier<Stream<F>> compacted) {
        this.file = folder.resolve("journal.jsonl");
        this.types = Arrays.stream(sealedFacts.getPermittedSubclasses())
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
        this.compacted = compacted;
        this.lines = JsonLines.open(file, (line, _) -> read(line, sealedFacts, replay));
        compact();
    }

    /// Writes facts; when this returns they survive a kill. They are written in one piece.
    public void append(List<? extends F> facts) {
        lines.append(facts.stream().map(Journal::line).collect(Collectors.joining()));
        if (lines.size() > compactAt) {
            compact();
        }
    }

    private void compact() {
        try {
            var fresh = file.resolveSibling("journal.new");
            Files.deleteIfExists(fresh);
            var into = JsonLines.open(fresh, (_, _) -> {});
            compacted.get().forEach(fact -> into.append(line(fact)));
            lines.close();
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            lines = into;
            compactAt = Math.max(WORTH_COMPACTING, 4 * lines.size());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The simulator's journal cannot be written: is the disk full?", unwritable);
        }
    }

    private void read(String line, Class<F> sealedFacts, Consumer<F> replay) {
        try {
            var tree = PlainJson.MAPPER.readTree(line);
            var type = types.get(tree.path("fact").asText());
            if (type == null) {
                LOG.warnf("The journal holds a fact that this version does not know: %s", tree.path("fact"));
                return;
            }
            replay.accept(sealedFacts.cast(PlainJson.MAPPER.treeToValue(tree.path("of"), type)));
        } catch (JsonProcessingException damaged) {
            LOG.warnf("A line of the journal is not readable and is left out: %s", damaged.getOriginalMessage());
        }
    }

    private static String line(Object fact) {
        return PlainJson.write(new Line(fact.getClass().getSimpleName(), fact)) + "\n";
    }
}
