package org.centralino.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.centralino.system.ledger.Driver;
import org.centralino.system.ledger.EvidenceCollector;
import org.centralino.system.ledger.LiveRecorder;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// P1, P2, P5: whatever dies, nothing is lost, nothing stands twice, the order stays, no reply is sent
/// twice. Gateway and conversation service die beside others of their kind, in `ReplicasIT`; the command `faults`
/// kills all of them, again and again.
@ExtendWith(Product.class)
class FaultIT {
    private final RunningStack stack;

    FaultIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void a_process_of_which_there_is_no_other_may_be_killed_while_messages_flow() {
        // Whoever dies while his start is being recorded comes back at half the speed.
        stack.awaitStartCaches();
        var campaign = new FaultCampaign(stack, FaultCampaign.Plan.ALONE, System.out::println);

        assertThat(campaign.run(Path.of("target/ledgers/faults.jsonl"))).isEmpty();
    }

    @Test
    void a_picture_whose_upload_is_broken_off_by_a_kill_is_brought_anew_and_goes_out_once() {
        try (var driver = new Driver(stack, Path.of("target/ledgers/broken-upload.jsonl"));
                var browser = new LiveRecorder(
                                stack, Operator.ANNA, () -> EvidenceCollector.shownTo(Operator.ANNA, driver))
                        .awaitHello()) {
            var giulia = driver.newCustomer();
            var conversation = driver.opens(giulia);
            driver.takes(Operator.ANNA, conversation);
            stack.simulator().faults(Map.of("holdAnswers", true));
            assertThat(driver.replyWithPicture(Operator.ANNA, conversation).status())
                    .isEqualTo(202);
            assertThat(driver.reply(Operator.ANNA, conversation, driver.words("after it"))
                            .status())
                    .isEqualTo(202);
            Patience.await("the platform has the file and does not say so")
                    .until(() -> stack.simulator().heldAnswers() > 0);

            stack.kill(Part.OUTBOUND, 1);
            stack.simulator().faults(Map.of("holdAnswers", false));
            stack.mend();

            Patience.await("the picture is with the customer, and what follows it")
                    .untilAsserted(() -> assertThat(driver.taken(giulia))
                            .extracting(call -> call.path("body").path("type").asText())
                            .containsExactly("image", "text"));
            assertThat(new EvidenceCollector(driver, browser).findings()).isEmpty();
        }
    }
}
