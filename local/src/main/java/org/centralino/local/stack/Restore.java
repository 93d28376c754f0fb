package org.centralino.local.stack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.centralino.local.StackException;
import org.centralino.local.kafka.Kafka;
import org.centralino.local.postgres.Backup;
import org.centralino.local.postgres.Databases;
import org.centralino.local.postgres.Postgres;
import org.centralino.local.terminal.Progress;

/// `./centralino backup` and `./centralino restore`: a copy of PostgreSQL's files, and the way back. Kafka still
/// holds what was told since the copy was made, so each service hears that before anything goes on.
final class Restore {
    private final Stack stack;
    private final Progress progress;

    Restore(Stack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    static Path folder(String command, List<String> words) {
        if (words.size() != 1) {
            throw new StackException("Which folder? ./centralino %s FOLDER".formatted(command));
        }
        return Path.of(words.getFirst()).toAbsolutePath().normalize();
    }

    void backUp(Path folder) {
        var began = System.nanoTime();
        var backup = stack.postgres().backUp(folder);
        progress.say("  ✓ All databases are in %s after %.1f s. What happens from %s on, Kafka keeps for 14 days."
                .formatted(folder, secondsSince(began), backup.since()));
        progress.say("    To go back: ./centralino down, then ./centralino restore " + folder);
    }

    void restore(Path folder) {
        var backup = Backup.in(folder);
        var began = System.nanoTime();
        stack.postgres()
                .restore(backup)
                .ifPresent(aside -> progress.say(
                        "  What was there is kept in %s. Delete it when you do not miss it.".formatted(aside)));
        var started = new ArrayList<Part>();
        try {
            start(part(Postgres.NAME), started);
            start(part(Kafka.NAME), started);
            Databases.OF_SERVICES.forEach(service -> catchUp(service, backup.since()));
        } catch (RuntimeException failure) {
            new Down(stack, progress).stop(started);
            throw failure;
        }
        progress.say("  ✓ Restored after %.1f s. Start the rest: ./centralino up".formatted(secondsSince(began)));
    }

    private void start(Part part, List<Part> started) {
        if (started.contains(part)) {
            return;
        }
        stack.neededBy(part).forEach(needed -> start(needed, started));
        started.add(part);
        progress.step(part.title(), "127.0.0.1:" + part.port().number(), part.start());
    }

    private void catchUp(String name, Instant since) {
        var began = System.nanoTime();
        var service = stack.services().get(name);
        if (service == null) {
            throw new IllegalStateException("There is no service " + name);
        }
        var said = service.catchUp(since);
        progress.say("  ✓ %-12s %6.1f s   %s".formatted(name, secondsSince(began), said));
    }

    private Part part(String name) {
        return stack.part(name).orElseThrow();
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
