package org.centralino.outbound.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Flow;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.centralino.events.WhatsAppEvent.Unrecognised;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.BatchConsumption;
import org.centralino.kit.kafka.Received;
import org.centralino.outbound.dispatch.domain.Report;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Hears the fate of messages whose call ended without an answer: a status that carries our message id
/// proves that the platform has the message.
///
/// A status moves a message forward at most once, whatever is heard again, so events need not be remembered
/// here.
@ApplicationScoped
class WhatsAppConsumer {
    private static final String FAILED = "failed";

    private final BatchConsumption consumption;
    private final DispatchStore store;
    private final Dispatcher dispatcher;
    private final DispatchMetrics metrics;

    WhatsAppConsumer(
            BatchConsumption consumption, DispatchStore store, Dispatcher dispatcher, DispatchMetrics metrics) {
        this.consumption = consumption;
        this.store = store;
        this.dispatcher = dispatcher;
        this.metrics = metrics;
    }

    @Incoming("whatsapp")
    Flow.Subscriber<Message<ConsumerRecords<String, byte[]>>> polls() {
        return consumption.of(WireFormat.WHATSAPP, this::resolve);
    }

    private Uni<Void> resolve(List<Received<WhatsAppEvent>> events) {
        var reports = new HashMap<UUID, Report>();
        for (var received : events) {
            switch (received.event()) {
                case StatusReported status ->
                    messageIdOf(status)
                            .ifPresent(id -> reports.merge(
                                    id, reportOf(status), (first, second) -> first.failed() ? second : first));
                case MessageReceived _, PartUnrecognised _, Unrecognised _ -> {
                    // Customers' messages are the conversation service's work.
                }
            }
        }
        if (reports.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.reported(reports).invoke(this::tell).replaceWithVoid();
    }

    private void tell(List<DispatchStore.Step> steps) {
        steps.stream().filter(DispatchStore.Step::endsDoubt).forEach(_ -> metrics.resolvedByStatus());
        if (!steps.isEmpty()) {
            dispatcher.wake();
        }
    }

    private static Report reportOf(StatusReported status) {
        return new Report(status.platformId(), FAILED.equals(status.status()));
    }

    /// Other systems may send from the same number; what they call their messages means nothing to us.
    private static Optional<UUID> messageIdOf(StatusReported status) {
        try {
            return Optional.ofNullable(status.callbackData()).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
