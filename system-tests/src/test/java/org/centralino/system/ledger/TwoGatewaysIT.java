package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Any gateway can go on where another stopped: what a browser knows of its place is true for all of them.
@ExtendWith(Product.class)
class TwoGatewaysIT {
    private static final int MESSAGES = 120;
    private static final int BETWEEN_MOVES = 20;

    private final RunningStack stack;

    TwoGatewaysIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void a_browser_that_moves_between_gateways_while_messages_come_misses_none() {
        try (var second = stack.secondGateway();
                var driver = new Driver(stack, Path.of("target/ledgers/two-gateways.jsonl"));
                var browser = new LiveRecorder(
                                stack, Operator.CARLA, () -> EvidenceCollector.shownTo(Operator.CARLA, driver))
                        .awaitHello()) {
            var gateways = List.of(second.gateway(), stack.ports().gateway());
            var customer = driver.newCustomer();
            for (var n = 0; n < MESSAGES; n++) {
                if (n % BETWEEN_MOVES == 0) {
                    browser.moveTo(gateways.get(n / BETWEEN_MOVES % gateways.size()));
                }
                driver.deliver(
                        List.of(driver.message(customer, n, stack.simulator().now())));
            }

            assertThat(new EvidenceCollector(driver, browser).findings()).isEmpty();
            assertThat(browser.connections()).isGreaterThan(2);
        }
    }
}
