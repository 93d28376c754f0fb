package org.centralino.system.seed;

import java.util.Arrays;
import java.util.SplittableRandom;

/// How much is made up. Two runs with the same scale make up the same people and the same words.
///
/// @param seed tells what was made up apart from what another run made up
public record Scale(int seed, int conversations, int messages) {
    /// As many as there are blocks of phone numbers.
    static final int SEEDS = 50;

    private static final int MOST_CONVERSATIONS = 5_000_000;
    private static final int MOST_MESSAGES = 100_000_000;

    /// Customers of whom nobody knows where they find the time.
    static final int LONGEST_THREADS = 2;

    private static final int LONGEST = 50_000;
    private static final double LONGEST_SHARE = 0.1;

    /// @throws IllegalArgumentException saying which of them is out of its bounds
    public Scale {
        require("seed", seed, 0, SEEDS - 1);
        require("conversations", conversations, 1, MOST_CONVERSATIONS);
        require("messages", messages, conversations, MOST_MESSAGES);
    }

    private static void require(String name, int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "--%s must be from %,d to %,d, not %,d.".formatted(name, least, most, number));
        }
    }

    /// How many messages each conversation has. Most have a handful, some have hundreds, and the first
    /// [#LONGEST_THREADS] have 50,000 each, or a tenth of all when that is less.
    int[] lengths() {
        var lengths = new int[conversations];
        Arrays.fill(lengths, 1);
        var left = messages - conversations;
        var longest = (int) Math.min(LONGEST, messages * LONGEST_SHARE);
        for (var n = 0; n < Math.min(LONGEST_THREADS, conversations); n++) {
            var more = Math.clamp(longest - 1L, 0, left);
            lengths[n] += more;
            left -= more;
        }
        return conversations > LONGEST_THREADS ? shared(lengths, left) : lengths;
    }

    private int[] shared(int[] lengths, int left) {
        var random = new SplittableRandom(seed);
        var weights = new double[conversations];
        var sum = 0.0;
        for (var n = LONGEST_THREADS; n < conversations; n++) {
            // A few write much, most write little.
            weights[n] = Math.pow(1 - random.nextDouble(), -0.6) - 0.7;
            sum += weights[n];
        }
        var given = 0.0;
        var before = 0;
        for (var n = LONGEST_THREADS; n < conversations; n++) {
            given += weights[n] / sum * left;
            var until = n == conversations - 1 ? left : (int) Math.min(left, Math.round(given));
            lengths[n] += until - before;
            before = until;
        }
        return lengths;
    }
}
