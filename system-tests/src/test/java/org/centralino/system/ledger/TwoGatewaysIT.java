package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Any gateway can go on where another stopped: what a browser knows of its place is true for all of them.
@ExtendWith(Product.class)
class TwoGatewaysIT {
    private static final int MOVES = 6;
    private static final int BETWEEN_MOVES = 20;

    private final RunningStack stack;

    TwoGatewaysIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void a_browser_that_moves_between_gateways_while_messages_come_misses_none() {
        try (var second = stack.another(Part.GATEWAY);
                var driver = new Driver(stack, Path.of("target/ledgers/two-gateways.jsonl"));
                var browser = new LiveRecorder(
                                stack, Operator.CARLA, () -> EvidenceCollector.shownTo(Operator.CARLA, driver))
                        .awaitHello()) {
            var gateways = List.of(second.address(), stack.ports().gateway());
            var customer = driver.newCustomer();
            for (var move = 0; move < MOVES; move++) {
                var before = browser.connections();
                browser.moveTo(gateways.get(move % gateways.size()));
                for (var n = 0; n < BETWEEN_MOVES; n++) {
                    driver.deliver(List.of(driver.message(
                            customer,
                            move * BETWEEN_MOVES + n,
                            stack.simulator().now())));
                }
                Patience.await("the browser has moved").until(() -> browser.connections() > before);
            }

            assertThat(new EvidenceCollector(driver, browser).findings()).isEmpty();
            assertThat(browser.connections()).isGreaterThan(MOVES);
        }
    }
}
