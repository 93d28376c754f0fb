package org.centralino.system.seed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.centralino.system.fault.Options;
import org.centralino.system.stack.Ports;
import org.centralino.system.stack.RunningStack;

/// Seeds the product that runs on the ports of the environment.
public final class Seed {
    private static final long CONVERSATIONS = 100_000;
    private static final long MESSAGES_EACH = 10;
    private static final int WRONG_WORDS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Seed() {}

    /// @param words `--conversations N`: 100,000; `--messages N`: ten times as many; `--seed N`: another one makes up
    ///     other people
    public static void main(String[] words) {
        var refused = refusal(words);
        refused.ifPresent(why -> {
            System.err.println("seed: " + why);
            System.exit(WRONG_WORDS);
        });
    }

    /// @return why nothing was seeded, in one line
    private static Optional<String> refusal(String[] words) {
        try {
            var scale = scale(new Options(words, "conversations", "messages", "seed"));
            if (!answers()) {
                return Optional.of("the product does not run here. Start it first: ./centralino up");
            }
            seed(scale);
            return Optional.empty();
        } catch (IllegalArgumentException | Seeding.AlreadySeededException why) {
            return Optional.ofNullable(why.getMessage());
        }
    }

    static Scale scale(Options options) {
        var conversations = options.number("conversations", CONVERSATIONS);
        return new Scale(
                Math.clamp(options.number("seed", 1), Integer.MIN_VALUE, Integer.MAX_VALUE),
                Math.clamp(conversations, Integer.MIN_VALUE, Integer.MAX_VALUE),
                Math.clamp(
                        options.number("messages", conversations * MESSAGES_EACH),
                        Integer.MIN_VALUE,
                        Integer.MAX_VALUE));
    }

    private static void seed(Scale scale) {
        System.out.printf(
                "Seeding %,d conversations with %,d messages (seed %d). The inbox stands still meanwhile.%n",
                scale.conversations(), scale.messages(), scale.seed());
        var began = System.nanoTime();
        try (var stack = RunningStack.asWanted()) {
            var seeded = Seeding.run(stack, scale, line -> System.out.println("  " + line));
            System.out.printf(
                    "Done in %d s. The longest thread has %,d messages: %s/conversations/%s%n",
                    Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                    seeded.longestLength(),
                    stack.ports().gateway(),
                    seeded.longestThreads().getFirst());
        }
    }

    private static boolean answers() {
        var gateway = Ports.ofEnvironment().gateway();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
