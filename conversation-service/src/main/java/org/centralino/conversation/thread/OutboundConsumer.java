package org.centralino.conversation.thread;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.BatchConsumption;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

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
    Flow.Subscriber<Message<ConsumerRecords<String, byte[]>>> polls() {
        return consumption.of(WireFormat.OUTBOUND, store::handleOutbound);
    }
}
