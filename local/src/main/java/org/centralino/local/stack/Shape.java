package org.centralino.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.centralino.local.StackException;
import org.centralino.local.state.StateFolder;

/// What a stack has that is asked for, remembered from its start until it is stopped: whoever comes meanwhile, to bring
/// back what died or to stop all, finds the same.
///
/// @param replicas how many of each service
/// @param isObserved whether its traces and metrics are collected
/// @param hasTokens whether services sign in to Kafka with tokens, in place of passwords
record Shape(int replicas, boolean isObserved, boolean hasTokens) {
    static final Shape USUAL = new Shape(1, false, false);

    private static final int MOST = 4;
    private static final String OBSERVED = "observed";
    private static final String TOKENS = "tokens";

    static Shape of(StateFolder state) {
        try {
            return Files.exists(file(state))
                    ? read(List.of(Files.readString(file(state)).strip().split(" ")))
                    : USUAL;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Shape read(List<String> words) {
        return new Shape(Integer.parseInt(words.getFirst()), words.contains(OBSERVED), words.contains(TOKENS));
    }

    void remember(StateFolder state) {
        try {
            Files.writeString(file(state), replicas + with(" ", OBSERVED, TOKENS));
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
                return new Shape(wanted, isObserved, hasTokens);
            }
        }
        throw new StackException("--replicas takes a number from 1 to %d, not '%s'.".formatted(MOST, word));
    }

    Shape observed() {
        return new Shape(replicas, true, hasTokens);
    }

    Shape tokens() {
        return new Shape(replicas, isObserved, true);
    }

    @Override
    public String toString() {
        return "%d of each service%s".formatted(replicas, with(", with ", "--observe", "--tokens"));
    }

    /// @param observed what to say if it is observed
    /// @param tokens what to say if there are tokens
    private String with(String before, String observed, String tokens) {
        return (isObserved ? before + observed : "") + (hasTokens ? before + tokens : "");
    }

    private static Path file(StateFolder state) {
        return state.run().resolve("replicas");
    }
}
