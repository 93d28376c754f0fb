package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

            var answers = allAtOnce(operators, operator -> stack.as(operator).take(conversation));

            var winners = answers.stream().filter(Answer::isSuccess).toList();
            assertThat(winners).hasSize(1);
            var winner = winners.getFirst().json().path("assignee").path("name").asText();
            assertThat(answers.stream().filter(answer -> !answer.isSuccess()))
                    .hasSize(OPERATORS - 1)
                    .allSatisfy(refusal -> {
                        assertThat(refusal.status()).isEqualTo(409);
                        assertThat(refusal.problem()).contains("held-by-another-operator");
                        assertThat(refusal.json().path("holder").path("name").asText())
                                .isEqualTo(winner);
                    });

            var replies =
                    allAtOnce(operators, operator -> driver.reply(operator, conversation, "Da " + operator.name()));

            assertThat(replies.stream().filter(Answer::isSuccess)).hasSize(1);
            assertThat(new EvidenceCollector(driver, browser).findings()).isEmpty();
        }
    }

    private interface Act {
        Answer of(Operator operator);
    }

    /// Everybody holds a token already, and starts at one signal.
    private List<Answer> allAtOnce(List<Operator> operators, Act act) {
        operators.forEach(stack.tokens()::of);
        var start = new CyclicBarrier(operators.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<Answer>>();
            for (var operator : operators) {
                Callable<Answer> call = () -> {
                    start.await();
                    return act.of(operator);
                };
                calls.add(threads.submit(call));
            }
            var answers = new ArrayList<Answer>();
            for (var call : calls) {
                answers.add(call.get());
            }
            return answers;
        } catch (ExecutionException | InterruptedException broken) {
            throw new AssertionError("Not everybody was answered", broken);
        }
    }
}
