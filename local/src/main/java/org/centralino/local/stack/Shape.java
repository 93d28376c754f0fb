package org.centralino.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.centralino.local.StackException;
import org.centralino.local.state.StateFolder;

/// What a stack has that is asked for, remembered from its start until it is stopped: whoever comes meanwhile, to bring
/// back what died or to stop all, finds the same.
///
/// @param replicas how many of each service
/// @param isObserved whether its traces and metrics are collected
record Shape(int replicas, boolean isObserved) {
    static final Shape USUAL = new Shape(1, false);

    private static final int MOST = 4;
    private static final String OBSERVED = "observed";

    static Shape of(StateFolder state) {
        try {
            return Files.exists(file(state))
                    ? read(Files.readString(file(state)).strip().split(" "))
                    : USUAL;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Shape read(String[] words) {
        return new Shape(Integer.parseInt(words[0]), words.length > 1 && words[1].equals(OBSERVED));
    }

    void remember(StateFolder state) {
        try {
            Files.writeString(file(state), isObserved ? "%d %s".formatted(replicas, OBSERVED) : "" + replicas);
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

    /// @param word after `--replicas`
    /// @throws StackException when it is no number, or more than a machine takes
    Shape withReplicas(String word) {
        if (word.matches("\\d{1,3}")) {
            var wanted = Integer.parseInt(word);
            if (wanted >= 1 && wanted <= MOST) {
                return new Shape(wanted, isObserved);
            }
        }
        throw new StackException("--replicas takes a number from 1 to %d, not '%s'.".formatted(MOST, word));
    }

    Shape observed() {
        return new Shape(replicas, true);
    }

    @Override
    public String toString() {
        return "%d of each service%s".formatted(replicas, isObserved ? ", with --observe" : "");
    }

    private static Path file(StateFolder state) {
        return state.run().resolve("replicas");
    }
}
