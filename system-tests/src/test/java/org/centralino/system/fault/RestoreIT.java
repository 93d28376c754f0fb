package org.centralino.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.system.ledger.Driver;
import org.centralino.system.ledger.EvidenceCollector;
import org.centralino.system.ledger.LiveRecorder;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.OwnProduct;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The databases are lost, and a backup of before is put in their place, while Kafka still holds what was told since.
@OwnProduct
class RestoreIT {
    private static final List<String> SERVICES = List.of("conversation", "assignment", "notes", "outbound");

    private RunningStack stack;

    @BeforeAll
    void start() {
        stack = RunningStack.started(Map.of());
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void nothing_that_was_told_since_the_backup_is_lost_told_anew_or_sent_twice() {
        var backup = stack.state().resolve("backup");
        try (var driver = new Driver(stack, Path.of("target/ledgers/restore.jsonl"));
                var browser = new LiveRecorder(
                                stack, Operator.CARLA, () -> EvidenceCollector.shownTo(Operator.CARLA, driver))
                        .awaitHello()) {
            UUID settled;
            try (var traffic = new Traffic(driver, 4, 42)) {
                traffic.goesOnFor(200);
                say("backup", () -> stack.backUp(backup));
                assertThatThrownBy(() -> stack.restoreFrom(backup)).hasMessageContaining("./centralino down");
                settled = answeredAndResolved(driver);
                traffic.goesOnFor(400);

                stack.kill(Part.GATEWAY);
                awaitTold();
                stack.loseTheDatabases();
                say("restore", () -> stack.restoreFrom(backup));
                say("the rest", () -> {
                    stack.mend();
                    return "";
                });
                traffic.goesOnFor(200);
            }

            var collector = new EvidenceCollector(driver, browser);
            assertThat(collector.findings()).isEmpty();
            var conversation = stack.as(Operator.CARLA)
                    .get("/api/conversations/" + settled)
                    .json();
            assertThat(conversation.path("status").asText()).isEqualTo("resolved");
            assertThat(conversation.path("assignee").path("name").asText()).isEqualTo(Operator.CARLA.name());
            assertThat(stack.as(Operator.CARLA).timeline(settled)).hasSize(2);
            collector
                    .collected()
                    .responders()
                    .forEach(responder ->
                            assertThat(epochOf(responder.conversation())).isGreaterThanOrEqualTo(responder.epoch()));
        }
    }

    /// A conversation of which the backup knows nothing.
    private UUID answeredAndResolved(Driver driver) {
        var conversation = driver.opens(driver.newCustomer());
        driver.takes(Operator.CARLA, conversation);
        assertThat(driver.reply(Operator.CARLA, conversation, driver.words("all done"))
                        .isSuccess())
                .isTrue();
        driver.note(Operator.BRUNO, conversation);
        assertThat(driver.insist(() -> stack.as(Operator.CARLA).resolve(conversation, 2))
                        .isSuccess())
                .isTrue();
        return conversation;
    }

    /// What nobody was told by then nobody can tell: it is lost with the databases.
    private void awaitTold() {
        Patience.await("everything that was committed is told")
                .until(() -> SERVICES.stream().allMatch(service -> count(service, "select count(*) from outbox") == 0));
    }

    private long epochOf(UUID conversation) {
        return count("assignment", "select epoch from conversation where id = '%s'".formatted(conversation));
    }

    private long count(String service, String question) {
        try (var database = stack.database(service);
                var asking = database.createStatement();
                var answer = asking.executeQuery(question)) {
            return answer.next() ? answer.getLong(1) : 0;
        } catch (SQLException refused) {
            throw new IllegalStateException(service + " cannot be asked", refused);
        }
    }

    private interface Command {
        String run();
    }

    private static void say(String what, Command command) {
        var began = System.nanoTime();
        var said = command.run();
        System.out.printf("%s: %.1f s%n%s", what, (System.nanoTime() - began) / 1e9, said);
    }
}
