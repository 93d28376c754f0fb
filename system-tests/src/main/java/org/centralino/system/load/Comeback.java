package org.centralino.system.load;

import java.util.stream.IntStream;
import org.centralino.system.load.Audience.Programme;
import org.centralino.system.load.Audience.Team;
import org.centralino.system.stack.Part;

/// How soon every browser is back when the gateway was killed, and what that costs the gateway.
final class Comeback {
    private static final int OPERATORS = 10;
    private static final int SOCKETS = 1_500;
    private static final int MESSAGES = 200;

    private final Trial trial;

    Comeback(Trial trial) {
        this.trial = trial;
    }

    void run() {
        var stack = trial.stack();
        var held = HeldConversations.prepare(trial, OPERATORS);
        var teams = held.tokens().stream()
                .map(token -> new Team(token, SOCKETS / OPERATORS))
                .toList();
        var webhooks = trial.webhooks(2 * MESSAGES, Crowd.HELD);
        try (var audience = Audience.returning(webhooks.address(), teams, Programme.of(webhooks, held.teamOf()))) {
            write(webhooks, audience, 0);
            var before = Usage.of(stack.process(Part.GATEWAY)).mebibytes();
            stack.kill(Part.GATEWAY);
            var killed = System.nanoTime();
            stack.mend();
            var up = System.nanoTime();
            write(webhooks, audience, MESSAGES);
            audience.awaitAll();
            var all = System.nanoTime();
            trial.report()
                    .row(
                            "gateway killed, until each of %,d sockets has all that was written before and since"
                                    .formatted(SOCKETS),
                            "%.1f s after it was up again, %.1f s after the kill; gateway %.0f MiB before, %.0f after"
                                    .formatted(
                                            (all - up) / 1e9,
                                            (all - killed) / 1e9,
                                            before,
                                            Usage.of(stack.process(Part.GATEWAY))
                                                    .mebibytes()),
                            "10 s",
                            "");
        }
    }

    private static void write(Webhooks webhooks, Audience audience, int first) {
        try (var worker = webhooks.worker(audience::begins)) {
            IntStream.range(first, first + MESSAGES).forEach(number -> {
                if (!worker.act(number, System.nanoTime())) {
                    throw new IllegalStateException("Webhook %d was not taken".formatted(number));
                }
            });
        }
    }
}
