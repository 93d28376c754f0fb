package org.centralino.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.centralino.local.StackException;
import org.centralino.local.state.StateFolder;

/// How many of each service a stack runs, remembered from its start until it is stopped: whoever comes meanwhile,
/// to bring back what died or to stop all, finds the same.
final class Replicas {
    private static final int MOST = 4;

    private Replicas() {}

    static int of(StateFolder state) {
        try {
            return Files.exists(file(state))
                    ? Integer.parseInt(Files.readString(file(state)).strip())
                    : 1;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void remember(StateFolder state, int replicas) {
        try {
            Files.writeString(file(state), Integer.toString(replicas));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static void forget(StateFolder state) {
        try {
            Files.deleteIfExists(file(state));
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }

    /// @throws StackException when it is no number, or more than a machine takes
    static int read(String word) {
        if (word.matches("\\d{1,3}")) {
            var wanted = Integer.parseInt(word);
            if (wanted >= 1 && wanted <= MOST) {
                return wanted;
            }
        }
        throw new StackException("--replicas takes a number from 1 to %d, not '%s'.".formatted(MOST, word));
    }

    private static Path file(StateFolder state) {
        return state.run().resolve("replicas");
    }
}
