package org.centralino.notes.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.BatchConsumption;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears who holds which conversation.
@ApplicationScoped
class AssignmentConsumer {
    private final BatchConsumption batches;
    private final ConversationStore store;

    AssignmentConsumer(BatchConsumption batches, ConversationStore store) {
        this.batches = batches;
        this.store = store;
    }

    /// Acknowledged when the work is committed; what keeps failing goes to the dead-letter topic.
    @Incoming("assignment")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return batches.consume(records, WireFormat.ASSIGNMENT, store::learnFromAssignments);
    }
}
