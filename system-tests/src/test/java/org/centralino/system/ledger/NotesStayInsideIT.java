package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// P7: notes never leave the building.
@ExtendWith(Product.class)
class NotesStayInsideIT {
    private final RunningStack stack;

    NotesStayInsideIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void a_note_among_replies_is_never_on_the_wire() {
        try (var driver = new Driver(stack, Path.of("target/ledgers/notes.jsonl"));
                var browser = new LiveRecorder(
                                stack, Operator.ANNA, () -> EvidenceCollector.shownTo(Operator.ANNA, driver))
                        .awaitHello()) {
            var conversation = driver.opens(driver.newCustomer());
            driver.takes(Operator.ANNA, conversation);

            assertThat(driver.note(Operator.ANNA, conversation).status()).isEqualTo(201);
            assertThat(driver.reply(Operator.ANNA, conversation, "Sì, è arrivato.")
                            .status())
                    .isEqualTo(202);
            assertThat(driver.note(Operator.BRUNO, conversation).status()).isEqualTo(201);
            assertThat(driver.reply(Operator.ANNA, conversation, "Buona giornata!")
                            .status())
                    .isEqualTo(202);

            var collector = new EvidenceCollector(driver, browser);
            assertThat(collector.findings()).isEmpty();
            assertThat(collector.collected().calls()).hasSize(2);
        }
    }
}
