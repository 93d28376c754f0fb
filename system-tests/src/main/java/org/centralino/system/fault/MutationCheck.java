package org.centralino.system.fault;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.centralino.system.ledger.Driver;
import org.centralino.system.ledger.EvidenceCollector;
import org.centralino.system.ledger.Finding;
import org.centralino.system.ledger.Finding.Defect;
import org.centralino.system.ledger.LiveRecorder;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;

/// Breaks promises on purpose, one at a time, and demands that the ledger finds each: a ledger that has
/// never failed proves nothing. The first run breaks nothing, and must find nothing.
public final class MutationCheck {
    private static final String FENCE = "org/centralino/conversation/thread/domain/Conversation#isHeldByAnother";
    private static final String DEDUPE = "org/centralino/conversation/thread/InboundStore#wasThere";
    private static final int MESSAGES = 20;

    private final RunningStack stack;

    private interface Scenario {
        void play(Driver driver);
    }

    private MutationCheck(RunningStack stack) {
        this.stack = stack;
    }

    /// Takes no words.
    public static void main(String[] words) {
        var caught = new LinkedHashMap<String, Boolean>();
        try (var stack = RunningStack.started(Map.of())) {
            var check = new MutationCheck(stack);
            caught.put(
                    "nothing is broken, and nothing is found", check.nothing().isEmpty());
            caught.put("the acknowledgement is broken: LOST", has(check.acknowledgement(), Defect.LOST));
            caught.put("the fence is broken: FENCE_BROKEN", has(check.fence(), Defect.FENCE_BROKEN));
            caught.put("dedupe is broken: DUPLICATED", has(check.dedupe(), Defect.DUPLICATED));
        }
        caught.forEach((what, right) -> System.out.printf("%s  %s%n", right ? "✓" : "✗", what));
        System.exit(caught.containsValue(false) ? 1 : 0);
    }

    private static boolean has(List<Finding> findings, Defect defect) {
        return findings.stream().anyMatch(finding -> finding.defect() == defect);
    }

    /// All scenarios at once, with the product as it is.
    private List<Finding> nothing() {
        return findings("nothing", driver -> {
            twiceInTurn(driver);
            twoAnswer(driver);
        });
    }

    /// The gateway does not wait for Kafka's acknowledgement, and Kafka dies with what it has not read.
    private List<Finding> acknowledgement() {
        var gateway = stack.replace(Part.GATEWAY, Map.of("CENTRALINO_KAFKA_ACKS", "0"));
        try {
            return findings("acknowledgement", driver -> {
                var customer = driver.newCustomer();
                var now = stack.simulator().now();
                driver.deliver(List.of(driver.message(customer, 0, now)));
                var kafka = stack.process(Part.KAFKA);
                stack.signal(kafka, "STOP");
                IntStream.rangeClosed(1, MESSAGES).forEach(n -> driver.post(List.of(driver.message(customer, n, now))));
                stack.kill(Part.KAFKA);
                stack.mend();
            });
        } finally {
            stack.restore(Part.GATEWAY, gateway);
        }
    }

    /// The conversation service believes that nobody else ever holds a conversation.
    private List<Finding> fence() {
        return withConversationSayingNoTo(FENCE, () -> findings("fence", this::twoAnswer));
    }

    /// All three lines of defence fall: the conversation service believes that every message is new, and its
    /// database forgets what was handled, and takes the platform's id twice. That cannot be undone, so it
    /// comes last.
    private List<Finding> dedupe() {
        try (var database = stack.database("conversation");
                var statement = database.createStatement()) {
            statement.execute("drop index message_by_platform_id");
            statement.execute("""
                    create function forget_handled() returns trigger language plpgsql as $$
                    begin delete from handled_event; return null; end $$""");
            statement.execute("""
                    create trigger forget after insert on handled_event
                    for each statement execute function forget_handled()""");
        } catch (SQLException refused) {
            throw new IllegalStateException("Dedupe cannot be broken", refused);
        }
        return withConversationSayingNoTo(DEDUPE, () -> findings("dedupe", this::twiceInTurn));
    }

    private List<Finding> withConversationSayingNoTo(String question, Supplier<List<Finding>> scenario) {
        var agent = SaboteurAgent.jar(Path.of("target/saboteur.jar")).toAbsolutePath();
        var conversation = stack.replace(
                Part.CONVERSATION, Map.of("JAVA_TOOL_OPTIONS", "-javaagent:%s=%s".formatted(agent, question)));
        try {
            return scenario.get();
        } finally {
            stack.restore(Part.CONVERSATION, conversation);
        }
    }

    /// Each message comes again when the first copy has long been handled.
    private void twiceInTurn(Driver driver) {
        var customer = driver.newCustomer();
        var now = stack.simulator().now();
        var messages = IntStream.rangeClosed(1, MESSAGES)
                .mapToObj(n -> driver.message(customer, n, now))
                .toList();
        messages.forEach(message -> driver.deliver(List.of(message)));
        Patience.await("the first copies stand")
                .until(() -> EvidenceCollector.shownTo(Operator.CARLA, driver).size() >= MESSAGES);
        messages.forEach(message -> driver.deliver(List.of(message)));
    }

    /// Anna holds the conversation, and Bruno answers.
    private void twoAnswer(Driver driver) {
        var conversation = driver.opens(driver.newCustomer());
        driver.insist(() -> stack.as(Operator.ANNA).take(conversation));
        driver.reply(Operator.ANNA, conversation, "Rispondo io.");
        driver.reply(Operator.BRUNO, conversation, "No, io!");
    }

    private List<Finding> findings(String name, Scenario scenario) {
        System.out.println("Playing: " + name);
        try (var driver = new Driver(stack, Path.of("target/ledgers/mutation-%s.jsonl".formatted(name)));
                var browser = new LiveRecorder(
                                stack, Operator.CARLA, () -> EvidenceCollector.shownTo(Operator.CARLA, driver))
                        .awaitHello()) {
            scenario.play(driver);
            var findings = new EvidenceCollector(driver, browser).findings();
            findings.stream().limit(5).forEach(finding -> System.out.println("  " + finding));
            System.out.printf("  %d findings%n", findings.size());
            return findings;
        }
    }
}
