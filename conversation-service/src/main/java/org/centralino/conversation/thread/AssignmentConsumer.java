package org.centralino.conversation.thread;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.BatchConsumption;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Who is responsible: a local copy, so that a reply needs no call to another service.
@ApplicationScoped
class AssignmentConsumer {
    private final BatchConsumption consumption;
    private final ConversationStore store;

    AssignmentConsumer(BatchConsumption consumption, ConversationStore store) {
        this.consumption = consumption;
        this.store = store;
    }

    @Incoming("assignment")
    Flow.Subscriber<Message<ConsumerRecords<String, byte[]>>> polls() {
        return consumption.of(WireFormat.ASSIGNMENT, store::handleAssignment);
    }
}
