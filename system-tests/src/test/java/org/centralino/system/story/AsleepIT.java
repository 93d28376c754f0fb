package org.centralino.system.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.centralino.system.browser.Browsers;
import org.centralino.system.browser.Inbox;
import org.centralino.system.ledger.Driver;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.WhatsAppPlatform.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A laptop sleeps: all of Chromium stands still while customers write, and goes on.
@ExtendWith(Product.class)
class AsleepIT {
    private static final int CUSTOMERS = 20;
    private static final int IN_ONE_WEBHOOK = 100;
    /// So that 6,000 of them are more than the 16 MiB that a gateway keeps.
    private static final String LONG_TEXT = "Scrivo molto. ".repeat(200);

    private final RunningStack stack;
    private final Browsers browsers = new Browsers();

    AsleepIT(RunningStack stack) {
        this.stack = stack;
    }

    @AfterEach
    void closeTheWindows() {
        signal("CONT");
        browsers.close();
    }

    @ParameterizedTest
    @CsvSource({"100, false", "10000, false", "6000, true"})
    void whoever_wakes_up_sees_what_was_written_meanwhile_and_does_not_come_back_in_a_circle(
            int messages, boolean longOnes) {
        try (var driver = new Driver(stack, Path.of("target/ledgers/asleep-%d.jsonl".formatted(messages)))) {
            var sockets = new AtomicInteger();
            var window = browsers.window();
            window.onWebSocket(_ -> sockets.incrementAndGet());
            var customer = driver.newCustomer();
            driver.opens(customer);
            var carla = Inbox.signedIn(window, stack.ports().gateway(), Operator.CARLA);
            carla.showView("Unassigned");
            carla.open(customer.name());

            signal("STOP");
            write(driver, messages, longOnes ? LONG_TEXT : "");
            var last = driver.message(customer, 1, stack.simulator().now());
            driver.deliver(List.of(last));
            signal("CONT");

            var woke = System.nanoTime();
            assertThat(carla.thread().getByText(last.text())).isVisible();
            System.out.printf(
                    "Asleep while %,d messages came: the newest is shown %,d ms after waking up%n",
                    messages, (System.nanoTime() - woke) / 1_000_000);
            assertThat(sockets.get()).isLessThanOrEqualTo(3);
            var next = driver.message(customer, 2, stack.simulator().now());
            driver.deliver(List.of(next));
            assertThat(carla.thread().getByText(next.text())).isVisible();
        }
    }

    private void write(Driver driver, int messages, String before) {
        var customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(_ -> driver.newCustomer())
                .toList();
        var now = stack.simulator().now();
        for (var first = 0; first < messages; first += IN_ONE_WEBHOOK) {
            driver.deliver(IntStream.range(first, Math.min(first + IN_ONE_WEBHOOK, messages))
                    .mapToObj(n -> driver.message(customers.get(n % CUSTOMERS), n, now))
                    .map(message ->
                            new Message(message.wamid(), message.customer(), message.at(), before + message.text()))
                    .toList());
        }
    }

    /// To every process of Chromium, and to nothing of Playwright.
    private void signal(String name) {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("chrom"))
                .forEach(process -> stack.signal(process, name));
    }
}
