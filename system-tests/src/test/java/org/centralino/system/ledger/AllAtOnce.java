package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.centralino.system.stack.Answer;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.RunningStack;

/// Operators who do one thing at one signal.
final class AllAtOnce {
    private AllAtOnce() {}

    interface Act {
        Answer of(Operator operator);
    }

    /// Everybody holds a token already.
    static List<Answer> of(RunningStack stack, List<Operator> operators, Act act) {
        operators.parallelStream().forEach(stack.tokens()::of);
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

    /// One took the conversation, and all others were told who.
    static void assertOneWon(List<Answer> answers) {
        var winners = answers.stream().filter(Answer::isSuccess).toList();
        assertThat(winners).hasSize(1);
        var winner = winners.getFirst().json().path("assignee").path("name").asText();
        assertThat(answers.stream().filter(answer -> !answer.isSuccess()))
                .hasSize(answers.size() - 1)
                .allSatisfy(refusal -> {
                    assertThat(refusal.status()).isEqualTo(409);
                    assertThat(refusal.problem()).contains("held-by-another-operator");
                    assertThat(refusal.json().path("holder").path("name").asText())
                            .isEqualTo(winner);
                });
    }
}
