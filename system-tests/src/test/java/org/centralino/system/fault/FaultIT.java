package org.centralino.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
