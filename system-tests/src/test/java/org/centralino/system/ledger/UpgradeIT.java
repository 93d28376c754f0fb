package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.centralino.system.fault.FaultCampaign;
import org.centralino.system.stack.OwnProduct;
import org.centralino.system.stack.PreviousVersion;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.Test;

/// Two versions that follow each other on one database, on the same topics, behind one address. It builds the other
/// version first, so it runs when it is asked for: `./centralino upgrade-test`.
@OwnProduct
class UpgradeIT {

    @Test
    void one_after_the_other_gives_way_to_the_next_version_while_messages_flow() {
        try (var stack = RunningStack.startedAs(PreviousVersion.built(), 2)) {
            var campaign = new FaultCampaign(stack, FaultCampaign.Plan.UPGRADE, System.out::println);

            assertThat(campaign.run(Path.of("target/ledgers/upgrade.jsonl"))).isEmpty();
        }
    }
}
