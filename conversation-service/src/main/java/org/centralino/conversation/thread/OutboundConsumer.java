package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.BatchConsumption;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// What became of our sends.
@ApplicationScoped
class OutboundConsumer {
    private final BatchConsumption consumption;
    private final ConversationStore store;

    OutboundConsumer(BatchConsumption consumption, ConversationStore store) {
        this.consumption = consumption;
        this.store = store;
    }

    @Incoming("outbound")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumption.consume(records, WireFormat.OUTBOUND, store::handleOutbound);
    }
}
