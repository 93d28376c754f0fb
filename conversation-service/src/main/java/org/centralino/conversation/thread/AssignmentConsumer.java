package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.BatchConsumption;
import org.eclipse.microprofile.reactive.messaging.Incoming;

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
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumption.consume(records, WireFormat.ASSIGNMENT, store::handleAssignment);
    }
}
