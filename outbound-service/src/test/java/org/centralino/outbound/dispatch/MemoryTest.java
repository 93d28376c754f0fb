package org.centralino.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.centralino.events.Topics;
import org.centralino.kit.kafka.Consumption;
import org.centralino.kit.pruning.PruningRule;
import org.junit.jupiter.api.Test;

/// What the service hears, and for how long it remembers it.
@QuarkusTest
class MemoryTest extends Outbound {
    @Inject
    @Any
    Instance<Consumption<?>> consumptions;

    private final PruningRule rule = DispatchRetention.settledLongAgo();

    @Test
    void it_hears_what_it_has_to_do_and_what_the_platform_says_of_that_and_nothing_else() {
        var heard = consumptions.stream()
                .collect(Collectors.toMap(
                        Consumption::topic, consumption -> consumption.types().orElseThrow()));

        assertThat(heard)
                .isEqualTo(Map.of(
                        Topics.CONVERSATION,
                        Set.of(
                                "conversation.reply-queued.v1",
                                "conversation.doubt-settled.v1",
                                "conversation.message-received.v1",
                                "conversation.message-echoed.v1",
                                "conversation.message-synced.v1",
                                "conversation.message-edited.v1",
                                "conversation.message-revoked.v1",
                                "conversation.block-requested.v1",
                                "conversation.reaction-queued.v1",
                                "conversation.read-shown.v1",
                                "conversation.message-status-changed.v1",
                                "conversation.consent-changed.v1"),
                        Topics.WHATSAPP,
                        Set.of(
                                "whatsapp.status-reported.v1",
                                "whatsapp.message-received.v1",
                                "whatsapp.reaction-received.v1",
                                "whatsapp.message-edited.v1",
                                "whatsapp.message-revoked.v1",
                                "whatsapp.account-reported.v1",
                                "whatsapp.sync-progressed.v1",
                                "whatsapp.unrecognised.v1")));
    }

    @Test
    void what_was_settled_is_remembered_for_longer_than_the_topics_are_kept_and_then_forgotten() throws SQLException {
        var forgotten = reply();
        var remembered = reply();
        leaveInDoubt(forgotten, "31 days");
        leaveInDoubt(remembered, "29 days");

        prune();

        assertThat(rowOf(forgotten)).isEqualTo("0");
        assertThat(rowOf(remembered)).startsWith("UNKNOWN");
    }

    private void prune() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from %s where %s".formatted(rule.table(), rule.condition()));
        }
    }
}
