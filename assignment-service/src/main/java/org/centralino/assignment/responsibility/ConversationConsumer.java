package org.centralino.assignment.responsibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.BatchConsumption;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Hears which conversations there are.
@ApplicationScoped
class ConversationConsumer {
    private final BatchConsumption batches;
    private final ResponsibilityStore store;

    ConversationConsumer(BatchConsumption batches, ResponsibilityStore store) {
        this.batches = batches;
        this.store = store;
    }

    /// Acknowledged when the work is committed; what keeps failing goes to the dead-letter topic.
    @Incoming("conversation")
    Flow.Subscriber<Message<ConsumerRecords<String, byte[]>>> polls() {
        return batches.of(WireFormat.CONVERSATION, store::learn);
    }
}
