package org.centralino.system.fault;

import static org.centralino.system.stack.Part.ASSIGNMENT;
import static org.centralino.system.stack.Part.CONVERSATION;
import static org.centralino.system.stack.Part.GATEWAY;
import static org.centralino.system.stack.Part.KAFKA;
import static org.centralino.system.stack.Part.NOTES;
import static org.centralino.system.stack.Part.OUTBOUND;
import static org.centralino.system.stack.Part.POSTGRES;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.centralino.system.ledger.Driver;
import org.centralino.system.ledger.EvidenceCollector;
import org.centralino.system.ledger.Finding;
import org.centralino.system.ledger.LiveRecorder;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.RunningStack;

/// Kills processes at random moments while messages and replies flow, brings them back, and holds what is
/// left against the ledger. Where there are several of each service, in the end each may be stopped in its turn, as an
/// upgrade does, and of that the platform notices nothing.
public final class FaultCampaign {
    /// A kill falls somewhere within this many lines of the ledger.
    private static final int WITHIN_LINES = 100;

    private final RunningStack stack;
    private final Plan plan;
    private final Consumer<String> log;

    /// What a campaign does.
    ///
    /// @param seed makes the moments and the traffic repeatable, as far as threads are
    /// @param rounds how often each part is killed
    /// @param parts which parts are killed
    /// @param customers how many write at once
    /// @param inTurn whether in the end each replica is restarted in its turn
    /// @param moving whether a browser comes back, again and again, to whichever gateway the balancer gives it
    public record Plan(long seed, int rounds, List<Part> parts, int customers, boolean inTurn, boolean moving) {
        /// Once, with few customers: what every build can afford. Together with the other every mortal part.
        public static final Plan ALONE =
                new Plan(42, 1, List.of(ASSIGNMENT, NOTES, OUTBOUND, KAFKA, POSTGRES), 4, false, false);
        /// Those whose work another takes over: browsers, inbox, lanes.
        public static final Plan AMONG_REPLICAS =
                new Plan(42, 1, List.of(GATEWAY, CONVERSATION, OUTBOUND), 4, false, false);
        /// Nobody is killed. Two cores that start one service after the other need most of themselves for that.
        public static final Plan UPGRADE = new Plan(42, 0, List.of(), 4, true, false);
    }

    /// @param log takes a line for each thing that happens
    public FaultCampaign(RunningStack stack, Plan plan, Consumer<String> log) {
        this.stack = stack;
        this.plan = plan;
        this.log = log;
    }

    /// @param file where the ledger stands afterwards
    /// @return what is wrong
    public List<Finding> run(Path file) {
        var random = new Random(plan.seed());
        var findings = new ArrayList<Finding>();
        try (var driver = new Driver(stack, file);
                var browser = new LiveRecorder(
                                stack, Operator.CARLA, () -> EvidenceCollector.shownTo(Operator.CARLA, driver))
                        .awaitHello()) {
            try (var traffic = new Traffic(driver, plan.customers(), plan.seed())) {
                if (plan.moving()) {
                    traffic.move(browser);
                }
                for (var round = 0; round < plan.rounds(); round++) {
                    for (var part : plan.parts()) {
                        killAndMend(part, traffic, random);
                    }
                }
                if (plan.inTurn()) {
                    findings.addAll(new RollingRestart(driver, traffic, log).run());
                }
                log.accept("everything ran again; the traffic ends");
            }
            log.accept("%d lines in the ledger; waiting for rest"
                    .formatted(driver.ledger().entries().size()));
            findings.addAll(new EvidenceCollector(driver, browser).findings());
            log.accept("%d findings; the browser connected %d times".formatted(findings.size(), browser.connections()));
            return findings;
        }
    }

    private void killAndMend(Part part, Traffic traffic, Random random) {
        traffic.goesOnFor(1 + random.nextInt(WITHIN_LINES));
        var number = stack.replicas() > 1 ? 1 + random.nextInt(stack.replicas()) : 1;
        stack.kill(part, number);
        log.accept("killed " + part.key() + (stack.replicas() > 1 ? " " + number : ""));
        traffic.goesOnFor(1 + random.nextInt(WITHIN_LINES / 4));
        var began = System.nanoTime();
        stack.mend();
        log.accept("%s is back after %.1f s".formatted(part.key(), (System.nanoTime() - began) / 1e9));
    }

    /// @param words `--seed N`, `--rounds N`, `--customers N`, `--replicas N`, `--parts gateway,kafka`
    public static void main(String[] words) {
        var options = new Options(words, "seed", "rounds", "customers", "replicas", "parts");
        var parts = options.text("parts")
                .map(names -> Arrays.stream(names.split(","))
                        .map(name -> Part.valueOf(name.strip().toUpperCase(java.util.Locale.ROOT)))
                        .toList())
                .orElse(Part.MORTAL);
        var replicas = (int) options.number("replicas", 1);
        var plan = new Plan(
                options.number("seed", System.nanoTime() % 1_000_000),
                (int) options.number("rounds", 20),
                parts,
                (int) options.number("customers", 12),
                replicas > 1,
                replicas > 1);
        System.out.println("Plan: " + plan);
        List<Finding> findings;
        try (var stack = RunningStack.started(Map.of(), replicas)) {
            findings =
                    new FaultCampaign(stack, plan, System.out::println).run(Path.of("target/ledgers/campaign.jsonl"));
        }
        findings.forEach(System.out::println);
        System.out.println(findings.isEmpty() ? "The ledger adds up." : findings.size() + " findings.");
        System.exit(findings.isEmpty() ? 0 : 1);
    }
}
