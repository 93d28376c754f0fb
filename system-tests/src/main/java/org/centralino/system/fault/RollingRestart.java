package org.centralino.system.fault;

import java.util.List;
import java.util.function.Consumer;
import org.centralino.system.ledger.Driver;
import org.centralino.system.ledger.Entry;
import org.centralino.system.ledger.Finding;
import org.centralino.system.stack.Part;

/// Stops each replica of each service in its turn while messages flow, and brings it back, as an upgrade does: first
/// the first of every service, so that for a while there is one of before and one of now of each. Of all that the
/// platform notices nothing.
final class RollingRestart {
    private static final int ACTS_BETWEEN = 100;

    private final Driver driver;
    private final Traffic traffic;
    private final Consumer<String> log;

    RollingRestart(Driver driver, Traffic traffic, Consumer<String> log) {
        this.driver = driver;
        this.traffic = traffic;
        this.log = log;
    }

    /// @return which webhooks were turned away
    List<Finding> run() {
        // Whoever was killed before may still owe an answer.
        traffic.goesOnFor(ACTS_BETWEEN);
        var before = driver.ledger().entries().size();
        var began = System.nanoTime();
        for (var number = 1; number <= driver.stack().replicas(); number++) {
            for (var service : Part.SERVICES) {
                restart(service, number);
            }
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var answered = driver.ledger().entries().stream()
                .skip(before)
                .filter(Entry.MessageAnswered.class::isInstance)
                .map(Entry.MessageAnswered.class::cast)
                .toList();
        log.accept("while each was restarted in its turn, %,d messages came in %.0f s: %.0f a second"
                .formatted(answered.size(), seconds, answered.size() / seconds));
        return answered.stream()
                .filter(answer -> answer.status() != 200)
                .map(answer -> new Finding(
                        Finding.Defect.TURNED_AWAY,
                        "message %s was answered %d while services were restarted in turn"
                                .formatted(answer.wamid(), answer.status())))
                .toList();
    }

    private void restart(Part service, int number) {
        var stack = driver.stack();
        var began = System.nanoTime();
        stack.stop(service, number);
        var stopped = System.nanoTime();
        stack.mend();
        var back = System.nanoTime();
        log.accept("stopped %s %d in %.1f s; it is back after %.1f s"
                .formatted(service.key(), number, (stopped - began) / 1e9, (back - stopped) / 1e9));
        traffic.goesOnFor(ACTS_BETWEEN);
    }
}
