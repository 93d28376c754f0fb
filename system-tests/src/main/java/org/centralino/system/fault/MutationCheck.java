package org.centralino.system.fault;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.centralino.system.ledger.Driver;
import org.centralino.system.ledger.Finding;
import org.centralino.system.ledger.Finding.Defect;
import org.centralino.system.ledger.Scenarios;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.RunningStack;

/// Breaks promises on purpose, one at a time, and demands that the ledger finds each: a ledger that has
/// never failed proves nothing. The first run breaks nothing, and must find nothing.
public final class MutationCheck {
    private static final String ACKNOWLEDGEMENT = "org/centralino/kit/kafka/EventPublisher#awaitAcknowledgement";
    private static final String FENCE = "org/centralino/conversation/thread/domain/Conversation#isHeldByAnother";
    private static final String DEDUPE = "org/centralino/conversation/thread/InboundStore#wasThere";
    private static final String RELAY_ORDER = SaboteurAgent.rewording(
            "org/centralino/kit/outbox/OutboxRelay", "order by position", "order by position desc");
    private static final String STATUS_GUARD = SaboteurAgent.rewording(
            "org/centralino/conversation/status/StatusSql", "m.status_rank < message_status_rank(b.status)", "true");
    private static final String WAITING = SaboteurAgent.rewording(
            "org/centralino/conversation/status/StatusSql", "case when m.status = 'FAILED'", "case when false");
    private static final int MESSAGES = 20;

    private final RunningStack stack;

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
            caught.put("the relay's order is broken: REORDERED", has(check.relayOrder(), Defect.REORDERED));
            caught.put("the guard of statuses is broken: STEPPED_BACK", has(check.statusGuard(), Defect.STEPPED_BACK));
            caught.put("a failed answer counts: FORGOTTEN", has(check.waiting(), Defect.FORGOTTEN));
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
            Scenarios.twiceInTurn(driver);
            Scenarios.twoAnswer(driver);
            Scenarios.manyAtOnce(driver);
            Scenarios.oldStatusesComeAgain(driver);
            Scenarios.anAnswerFailsLate(driver);
            Scenarios.anAnswerIsRefused(driver);
            Scenarios.aMessageComesLate(driver);
        });
    }

    /// The gateway does not wait for Kafka's acknowledgement, and both die with what Kafka has not read.
    private List<Finding> acknowledgement() {
        var gateway = sabotaged(Part.GATEWAY, ACKNOWLEDGEMENT);
        try {
            return findings("acknowledgement", driver -> {
                var customer = driver.newCustomer();
                var now = stack.simulator().now();
                driver.deliver(List.of(driver.message(customer, 0, now)));
                stack.signal(stack.process(Part.KAFKA), "STOP");
                IntStream.rangeClosed(1, MESSAGES).forEach(n -> driver.post(List.of(driver.message(customer, n, now))));
                stack.kill(Part.GATEWAY);
                stack.kill(Part.KAFKA);
                stack.mend();
            });
        } finally {
            stack.restore(Part.GATEWAY, gateway);
        }
    }

    /// The conversation service believes that nobody else ever holds a conversation.
    private List<Finding> fence() {
        return withConversation(FENCE, () -> findings("fence", Scenarios::twoAnswer));
    }

    /// The newest event in the outbox is told first.
    private List<Finding> relayOrder() {
        return withConversation(RELAY_ORDER, () -> findings("relay-order", Scenarios::manyAtOnce));
    }

    /// Whatever the platform says last is how it is.
    private List<Finding> statusGuard() {
        return withConversation(STATUS_GUARD, () -> findings("status-guard", Scenarios::oldStatusesComeAgain));
    }

    /// An answer that failed in the end still counts as one.
    private List<Finding> waiting() {
        return withConversation(WAITING, () -> findings("waiting", Scenarios::anAnswerFailsLate));
    }

    /// All three lines of defence fall: the conversation service believes that every message is new, and its
    /// database takes both its id and the platform's twice. That cannot be undone, so it comes last.
    private List<Finding> dedupe() {
        try (var database = stack.database("conversation");
                var statement = database.createStatement()) {
            statement.execute("alter table message drop constraint message_pkey cascade");
            statement.execute("drop index message_by_platform_id");
        } catch (SQLException refused) {
            throw new IllegalStateException("Dedupe cannot be broken", refused);
        }
        return withConversation(DEDUPE, () -> findings("dedupe", Scenarios::twiceInTurn));
    }

    private List<Finding> withConversation(String sabotage, Supplier<List<Finding>> scenario) {
        var conversation = sabotaged(Part.CONVERSATION, sabotage);
        try {
            return scenario.get();
        } finally {
            stack.restore(Part.CONVERSATION, conversation);
        }
    }

    private Process sabotaged(Part part, String sabotage) {
        var agent = SaboteurAgent.jar(Path.of("target/saboteur.jar")).toAbsolutePath();
        return stack.replace(part, Map.of("JAVA_TOOL_OPTIONS", "-javaagent:%s=%s".formatted(agent, sabotage)));
    }

    private List<Finding> findings(String name, Consumer<Driver> scenario) {
        System.out.println("Playing: " + name);
        var findings = Scenarios.findings(stack, Path.of("target/ledgers/mutation-%s.jsonl".formatted(name)), scenario);
        findings.stream().limit(5).forEach(finding -> System.out.println("  " + finding));
        System.out.printf("  %d findings%n", findings.size());
        return findings;
    }
}
