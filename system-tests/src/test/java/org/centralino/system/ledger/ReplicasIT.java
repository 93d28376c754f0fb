package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.centralino.system.fault.FaultCampaign;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// As it runs where it matters: several of each service, of which any may be missing.
@TestInstance(Lifecycle.PER_CLASS)
class ReplicasIT {
    private static final int OPERATORS = 200;

    private RunningStack stack;

    @BeforeAll
    void start() {
        stack = RunningStack.started(Map.of(), 2);
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void one_of_each_may_be_killed_and_each_be_restarted_in_its_turn_while_messages_flow() {
        var campaign = new FaultCampaign(stack, FaultCampaign.Plan.SHORT_OF_SERVICES, System.out::println);

        assertThat(campaign.run(Path.of("target/ledgers/replicas.jsonl"))).isEmpty();
    }

    @Test
    void two_hundred_operators_take_one_conversation_at_once_at_every_replica_and_one_wins() {
        var operators = Staff.of(stack).hire(OPERATORS);
        try (var driver = new Driver(stack, Path.of("target/ledgers/replicas-one-responder.jsonl"));
                var browser = new LiveRecorder(
                                stack, Operator.CARLA, () -> EvidenceCollector.shownTo(Operator.CARLA, driver))
                        .awaitHello()) {
            var conversation = driver.opens(driver.newCustomer());
            var turn = new AtomicInteger();

            var answers = AllAtOnce.of(
                    stack,
                    operators,
                    operator -> stack.as(operator)
                            .at(stack.ports().of(Part.ASSIGNMENT, 1 + turn.getAndIncrement() % stack.replicas()))
                            .take(conversation));

            AllAtOnce.assertOneWon(answers);
            assertThat(new EvidenceCollector(driver, browser).findings()).isEmpty();
        }
    }
}
