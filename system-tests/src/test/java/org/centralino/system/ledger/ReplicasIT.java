package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.centralino.system.fault.FaultCampaign;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.OwnProduct;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// As it runs where it matters: several of each service, of which any may be missing.
@OwnProduct
@TestMethodOrder(OrderAnnotation.class)
class ReplicasIT {
    private static final int OPERATORS = Integer.getInteger("operators", 20);

    private RunningStack stack;

    @BeforeAll
    void start() {
        stack = RunningStack.started(Map.of(), 2);
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    @Order(1)
    void one_of_each_may_be_killed_while_messages_flow() {
        var campaign = new FaultCampaign(stack, FaultCampaign.Plan.AMONG_REPLICAS, System.out::println);

        assertThat(campaign.run(Path.of("target/ledgers/replicas.jsonl"))).isEmpty();
    }

    @Test
    @Order(2)
    void many_operators_take_one_conversation_at_once_at_three_replicas_and_one_wins() {
        var operators = Staff.of(stack).hire(OPERATORS);
        try (var third = stack.another(Part.ASSIGNMENT);
                var driver = new Driver(stack, Path.of("target/ledgers/replicas-one-responder.jsonl"));
                var browser = new LiveRecorder(
                                stack, Operator.CARLA, () -> EvidenceCollector.shownTo(Operator.CARLA, driver))
                        .awaitHello()) {
            var conversation = driver.opens(driver.newCustomer());
            var replicas = List.of(
                    stack.ports().of(Part.ASSIGNMENT, 1), stack.ports().of(Part.ASSIGNMENT, 2), third.address());
            var turn = new AtomicInteger();

            var answers = AllAtOnce.of(
                    stack,
                    operators,
                    operator -> stack.as(operator)
                            .at(replicas.get(turn.getAndIncrement() % replicas.size()))
                            .take(conversation));

            AllAtOnce.assertOneWon(answers);
            assertThat(new EvidenceCollector(driver, browser).findings()).isEmpty();
        }
    }
}
