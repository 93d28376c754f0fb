package org.centralino.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.simulator.SimulatorConfig;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Delivery;
import org.centralino.simulator.platform.domain.Delivery.Layout;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kill is a platform that is left lying: nothing is closed, and another one starts in the same folder.
class RestartTest {
    @TempDir
    Path folder;

    @Test
    void customers_chats_clock_faults_and_undelivered_webhooks_survive_a_kill() {
        var before = platform();
        var ada = Customer.of("Ada", null, "ada.l", Customer.Kind.ADDED);
        before.record(change -> {
            change.add(new Fact.CustomerSaved(ada));
            change.add(new Fact.ClockJumped(Duration.ofHours(24).toMillis()));
            change.add(new Fact.FaultsSwitched(Set.of(Fault.BATCHES)));
            change.add(new Fact.MessageAdded(
                    ChatMessage.written("wamid.1", ada.id(), "5", "Salve 😊", change.now(), null)));
            change.add(new Fact.DeliveryQueued(
                    new Delivery(1, ada.id(), false, List.of(), Layout.MESSAGES, "{}", change.now())));
        });

        var after = platform();

        assertThat(after.<Customer>read(state ->
                        state.customer("IT." + ada.bsuid().substring(3)).orElseThrow()))
                .isEqualTo(ada);
        assertThat(after.<List<ChatMessage>>read(state -> state.chat(ada.id())))
                .isEqualTo(before.<List<ChatMessage>>read(state -> state.chat(ada.id())));
        assertThat(after.<Duration>read(state -> state.offset())).isEqualTo(Duration.ofHours(24));
        assertThat(after.<Set<Fault>>read(state -> Set.copyOf(state.faults()))).containsExactly(Fault.BATCHES);
        assertThat(after.<List<Delivery>>read(state -> state.pending())).hasSize(1);
    }

    private Platform platform() {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(SimulatorConfig.class)
                .withMapping(WhatsAppAccount.class)
                .withDefaultValues(Map.of(
                        "centralino.simulator.state", folder.toString(),
                        "centralino.simulator.media-url", "http://127.0.0.1:1",
                        "centralino.whatsapp.numbers[0].phone-number-id", "5",
                        "centralino.whatsapp.numbers[0].number", "39",
                        "centralino.whatsapp.numbers[0].waba", "2",
                        "centralino.whatsapp.numbers[0].name", "Casa Lume"))
                .build();
        return new Platform(
                config.getConfigMapping(SimulatorConfig.class), config.getConfigMapping(WhatsAppAccount.class));
    }
}
