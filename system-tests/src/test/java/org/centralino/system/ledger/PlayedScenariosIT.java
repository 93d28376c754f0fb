package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.centralino.events.Topics;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the platform says, each of its webhooks is answered 200 at the first try, everybody handles all that
/// came of it, no record needs the dead letters, and who writes next is heard.
@ExtendWith(Product.class)
class PlayedScenariosIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RunningStack stack;

    PlayedScenariosIT(RunningStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every-kind",
                "who-is-who",
                "groups",
                "what-happened-to-others",
                "from-the-phone",
                "a-template",
                "trouble"
            })
    void a_scenario_leaves_nothing_behind_and_nobody_unheard(String name) {
        var before = stack.simulator().lastWebhook();
        var deadBefore = deadLetters();

        var played = stack.simulator().plays(name, 5);
        new Stillness(stack).await(PATIENCE);

        assertThat(played.path("state").asText()).as(played.toString()).isEqualTo("ENDED");
        assertThat(stack.simulator().webhooks(before)).isNotEmpty().allSatisfy(webhook -> {
            assertThat(webhook.path("outcome").asText()).isEqualTo("delivered");
            assertThat(webhook.path("attempts")).hasSize(1);
        });
        assertThat(deadLetters()).isEqualTo(deadBefore);
        try (var driver = new Driver(stack, Path.of("target/ledgers/played-%s.jsonl".formatted(name)))) {
            var next = driver.newCustomer();
            driver.opens(next);
            assertThat(stack.as(Operator.CARLA)
                            .conversationWith(next.name())
                            .path("id")
                            .asText())
                    .isNotEmpty();
        }
    }

    private int deadLetters() {
        var dead = new AtomicInteger();
        Topics.all().stream()
                .map(Topics.Topic::name)
                .filter(name -> name.endsWith(".dead-letter"))
                .forEach(name -> TopicReader.read(stack.ports().kafka(), name, _ -> dead.incrementAndGet()));
        return dead.get();
    }
}
