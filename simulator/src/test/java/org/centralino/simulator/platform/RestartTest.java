package org.centralino.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.simulator.SimulatorConfig;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.platform.domain.BusinessPhone.Throughput;
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

    @Test
    void an_older_journal_is_read_and_what_it_does_not_say_is_as_for_new_ones() throws IOException {
        Files.writeString(folder.resolve("journal.jsonl"), """
                {"fact":"CustomerSaved","of":{"customer":{"id":"393330000042","name":"Ada","phone":"393330000042","bsuid":"IT.1",\
                "reads":true,"blocks":false,"barred":true,"kind":"ADDED"}}}
                {"fact":"NumberSaved","of":{"number":{"phoneNumberId":"6","number":"3906","waba":"2","name":"Roma","registered":true,\
                "wrongPins":0,"registrations":[],"profile":{},"links":[]}}}
                {"fact":"TemplateSaved","of":{"template":{"id":"7","waba":"2","name":"grazie","language":"it","category":"UTILITY",\
                "status":"APPROVED","format":"POSITIONAL","components":[],"quality":"GREEN","wasApproved":true,\
                "editedAt":"2026-11-22T12:00:00Z","changedAt":"2026-11-22T12:00:00Z"}}}
                """);

        var platform = platform();

        assertThat(platform.<Boolean>read(
                        state -> state.customer("IT.1").isPresent() && !state.isBlocked("393330000042", "6")))
                .isTrue();
        assertThat(platform.<Throughput>read(
                        state -> state.number("6").orElseThrow().throughput()))
                .isEqualTo(Throughput.STANDARD);
        assertThat(platform.<List<Instant>>read(state ->
                        state.template("2", "grazie", "it").orElseThrow().edits()))
                .isEmpty();
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
