package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What went wrong once must not come back: nothing is lost, twice, in another order, stepped back or forgotten.
@ExtendWith(Product.class)
class ScenariosIT {
    private final RunningStack stack;

    ScenariosIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void messages_that_come_again_after_they_were_handled_stand_once() {
        plays("twice-in-turn", Scenarios::twiceInTurn);
    }

    @Test
    void of_two_who_answer_only_the_holder_does() {
        plays("two-answer", Scenarios::twoAnswer);
    }

    @Test
    void events_that_are_written_together_are_told_in_order() {
        plays("many-at-once", Scenarios::manyAtOnce);
    }

    @Test
    void old_statuses_that_come_again_move_no_tick_back() {
        plays("old-statuses", Scenarios::oldStatusesComeAgain);
    }

    @Test
    void a_customer_whose_answer_fails_late_waits_again() {
        plays("fails-late", Scenarios::anAnswerFailsLate);
    }

    @Test
    void a_customer_whose_answer_is_refused_still_waits() {
        plays("refused", Scenarios::anAnswerIsRefused);
    }

    @Test
    void who_wrote_a_message_that_comes_hours_late_waits() {
        plays("late", Scenarios::aMessageComesLate);
    }

    private void plays(String name, Consumer<Driver> scenario) {
        var file = Path.of("target/ledgers/scenario-%s.jsonl".formatted(name));
        assertThat(Scenarios.findings(stack, file, scenario)).isEmpty();
    }
}
