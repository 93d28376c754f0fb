package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.WhatsAppPlatform.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// P2: each customer message exactly once, in order, in one conversation.
@ExtendWith(Product.class)
class OrderIT {
    private static final int MESSAGES = 20;
    private static final int BATCH = 5;

    private final RunningStack stack;

    OrderIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void twenty_messages_delivered_twice_shuffled_and_in_batches_of_five_stand_as_twenty_in_order() {
        try (var driver = new Driver(stack, Path.of("target/ledgers/order.jsonl"));
                var browser = new LiveRecorder(
                                stack, Operator.ANNA, () -> EvidenceCollector.shownTo(Operator.ANNA, driver))
                        .awaitHello()) {
            var giulia = driver.newCustomer();
            var first = stack.simulator().now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(5));
            var messages = IntStream.rangeClosed(1, MESSAGES)
                    .mapToObj(n -> driver.message(giulia, n, first.plusSeconds(n)))
                    .toList();

            deliverAtOnce(driver, shuffledTwice(messages));

            assertThat(new EvidenceCollector(driver, browser).findings()).isEmpty();
            var conversations = EvidenceCollector.conversationsOf(driver);
            assertThat(conversations).hasSize(1);
            assertThat(textsOf(conversations.iterator().next()))
                    .containsExactlyElementsOf(
                            messages.stream().map(Message::text).toList());
        }
    }

    private static List<List<Message>> shuffledTwice(List<Message> messages) {
        var copies = new ArrayList<>(messages);
        copies.addAll(messages);
        Collections.shuffle(copies, new Random(20));
        return IntStream.range(0, copies.size() / BATCH)
                .mapToObj(batch -> List.copyOf(copies.subList(batch * BATCH, (batch + 1) * BATCH)))
                .toList();
    }

    /// The platform delivers concurrently.
    private static void deliverAtOnce(Driver driver, List<List<Message>> batches) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            batches.forEach(batch -> threads.submit(() -> driver.deliver(batch)));
        }
    }

    private List<String> textsOf(UUID conversation) {
        return stack.as(Operator.ANNA).timeline(conversation).stream()
                .map(item -> item.path("content").path("text").asText())
                .toList();
    }
}
