package org.centralino.system.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Simulator.Customer;

/// What went wrong once, or would without a guard that is there: each played on a product that works, and on one in
/// which the guard is broken on purpose.
public final class Scenarios {
    private static final int MESSAGES = 20;
    private static final int TOGETHER = 5;

    private Scenarios() {}

    /// Plays a scenario while a supervisor's browser looks on.
    ///
    /// @param file where the ledger stands afterwards
    /// @return what is wrong when nothing moves any more
    public static List<Finding> findings(RunningStack stack, Path file, Consumer<Driver> scenario) {
        try (var driver = new Driver(stack, file);
                var browser = new LiveRecorder(
                                stack, Operator.CARLA, () -> EvidenceCollector.shownTo(Operator.CARLA, driver))
                        .awaitHello()) {
            scenario.accept(driver);
            return new EvidenceCollector(driver, browser).findings();
        }
    }

    /// Each message comes again when the first copy has long been handled.
    public static void twiceInTurn(Driver driver) {
        var customer = driver.newCustomer();
        var now = driver.stack().simulator().now();
        var messages = IntStream.rangeClosed(1, MESSAGES)
                .mapToObj(n -> driver.message(customer, n, now))
                .toList();
        messages.forEach(message -> driver.deliver(List.of(message)));
        Patience.await("the first copies stand")
                .until(() -> EvidenceCollector.shownTo(Operator.CARLA, driver).size() >= MESSAGES);
        messages.forEach(message -> driver.deliver(List.of(message)));
    }

    /// Anna holds the conversation, and Bruno answers.
    public static void twoAnswer(Driver driver) {
        var conversation = driver.opens(driver.newCustomer());
        takenAndReplied(driver, conversation);
        driver.reply(Operator.BRUNO, conversation, "No, io!");
    }

    /// Messages come five in a webhook, so that their events are written together.
    public static void manyAtOnce(Driver driver) {
        var customer = driver.newCustomer();
        var now = driver.stack().simulator().now();
        for (var first = 1; first <= MESSAGES; first += TOGETHER) {
            driver.deliver(IntStream.range(first, first + TOGETHER)
                    .mapToObj(n -> driver.message(customer, n, now))
                    .toList());
        }
    }

    /// An answer was read, and the platform repeats what it was before.
    public static void oldStatusesComeAgain(Driver driver) {
        var customer = driver.newCustomer();
        answered(driver, customer, driver.opens(customer));
        driver.report(customer, "delivered", "read", "delivered", "sent");
    }

    /// The platform takes an answer, and says later that it could not be delivered.
    public static void anAnswerFailsLate(Driver driver) {
        var customer = driver.newCustomer();
        var conversation = driver.opens(customer);
        // What it sends is taken, and never delivered.
        driver.stack().simulator().blocksTheBusiness(customer);
        answered(driver, customer, conversation);
        driver.report(customer, "failed");
    }

    private static void answered(Driver driver, Customer customer, UUID conversation) {
        takenAndReplied(driver, conversation);
        Patience.await("the platform took the answer")
                .until(() -> !driver.taken(customer).isEmpty());
    }

    private static void takenAndReplied(Driver driver, UUID conversation) {
        // Of a conversation that is new, each service hears in its own time.
        Patience.await("Anna has the conversation")
                .until(() -> driver.insist(
                                () -> driver.stack().as(Operator.ANNA).take(conversation))
                        .isSuccess());
        Patience.await("the answer is accepted")
                .until(() -> driver.reply(Operator.ANNA, conversation, "Ecco la risposta.")
                        .isSuccess());
    }

    /// A message comes hours after it was written, behind others that were answered.
    public static void aMessageComesLate(Driver driver) {
        var customer = driver.newCustomer();
        answered(driver, customer, driver.opens(customer));
        driver.deliver(List.of(
                driver.message(customer, 1, driver.stack().simulator().now().minus(Duration.ofHours(3)))));
    }

    /// The platform refuses an answer at once.
    public static void anAnswerIsRefused(Driver driver) {
        var conversation = driver.opens(driver.newCustomer());
        driver.stack().simulator().faults(Map.of("nextAnswers", List.of("refused")));
        takenAndReplied(driver, conversation);
    }
}
