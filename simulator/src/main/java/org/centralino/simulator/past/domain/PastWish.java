package org.centralino.simulator.past.domain;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much of the past is wanted.
///
/// @param people with how many customers something was written; 4 unless it is said
/// @param messages how much with each; 12 unless it is said
/// @param seed the same one shuffles the pieces in the same way
/// @param declined whether whoever has the phone hands over nothing
public record PastWish(
        @Nullable Integer people,
        @Nullable Integer messages,
        @Nullable Long seed,
        @Nullable Boolean declined) {
    private static final int MOST_PEOPLE = 1_000;
    private static final int MOST_MESSAGES = 10_000;

    /// A little with the customers that there are.
    public static final PastWish ORDINARY = new PastWish(null, null, null, null);

    /// @return what is wrong with it, if anything is
    public Optional<String> objection() {
        return howManyPeople() < 1
                        || howManyPeople() > MOST_PEOPLE
                        || howManyMessages() < 1
                        || howManyMessages() > MOST_MESSAGES
                ? Optional.of(
                        "people go from 1 to %d, and messages from 1 to %d.".formatted(MOST_PEOPLE, MOST_MESSAGES))
                : Optional.empty();
    }

    int howManyPeople() {
        return Objects.requireNonNullElse(people, 4);
    }

    int howManyMessages() {
        return Objects.requireNonNullElse(messages, 12);
    }

    long shuffledBy() {
        return Objects.requireNonNullElse(seed, 1L);
    }

    public boolean isDeclined() {
        return Boolean.TRUE.equals(declined);
    }
}
