package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.BatchConsumption;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// The platform's messages and statuses, batch by batch.
@ApplicationScoped
class WhatsAppConsumer {
    private final BatchConsumption consumption;
    private final ConversationStore store;

    WhatsAppConsumer(BatchConsumption consumption, ConversationStore store) {
        this.consumption = consumption;
        this.store = store;
    }

    @Incoming("whatsapp")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumption.consume(records, WireFormat.WHATSAPP, store::handleWhatsApp);
    }
}
