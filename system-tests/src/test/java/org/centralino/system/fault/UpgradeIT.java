package org.centralino.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import org.centralino.system.ledger.Driver;
import org.centralino.system.ledger.EvidenceCollector;
import org.centralino.system.ledger.Finding;
import org.centralino.system.ledger.LiveRecorder;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.PreviousVersion;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.Test;

/// Two versions that follow each other work together: on one database, on the same topics, behind one address.
class UpgradeIT {
    private static final int CUSTOMERS = 8;

    @Test
    void one_after_the_other_gives_way_to_the_next_version_while_messages_flow() {
        assumeTrue(PreviousVersion.isKnown(), "this checkout does not know the version before");
        try (var stack = RunningStack.startedAs(PreviousVersion.built(), 2);
                var driver = new Driver(stack, Path.of("target/ledgers/upgrade.jsonl"));
                var browser = new LiveRecorder(
                                stack, Operator.CARLA, () -> EvidenceCollector.shownTo(Operator.CARLA, driver))
                        .awaitHello()) {
            var findings = new ArrayList<Finding>();
            try (var traffic = new Traffic(driver, CUSTOMERS, 42)) {
                findings.addAll(new RollingRestart(driver, traffic, System.out::println).run());
            }
            findings.addAll(new EvidenceCollector(driver, browser).findings());

            assertThat(findings).isEmpty();
        }
    }
}
