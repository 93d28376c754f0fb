package org.centralino.conversation.thread;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.BatchConsumption;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

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
    Flow.Subscriber<Message<ConsumerRecords<String, byte[]>>> polls() {
        return consumption.of(WireFormat.WHATSAPP, store::handleWhatsApp);
    }
}
