package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.centralino.system.stack.Answer;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// P3: of any number of operators who take a conversation at once, one wins and the others are told who.
@ExtendWith(Product.class)
class OneResponderIT {
    private static final int OPERATORS = 50;

    private final RunningStack stack;

    OneResponderIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void fifty_operators_take_one_conversation_at_once_and_one_wins() {
        var operators = Staff.of(stack).hire(OPERATORS);
        try (var driver = new Driver(stack, Path.of("target/ledgers/one-responder.jsonl"));
                var browser = new LiveRecorder(
                                stack, Operator.CARLA, () -> EvidenceCollector.shownTo(Operator.CARLA, driver))
                        .awaitHello()) {
            var conversation = driver.opens(driver.newCustomer());

            var answers = AllAtOnce.of(
                    stack, operators, operator -> stack.as(operator).take(conversation));

            AllAtOnce.assertOneWon(answers);
            var replies = AllAtOnce.of(
                    stack, operators, operator -> driver.reply(operator, conversation, "Da " + operator.name()));

            assertThat(replies.stream().filter(Answer::isSuccess)).hasSize(1);
            assertThat(new EvidenceCollector(driver, browser).findings()).isEmpty();
        }
    }
}
