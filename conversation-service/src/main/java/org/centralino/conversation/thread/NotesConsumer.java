package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.BatchConsumption;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// That notes were written; their text stays with the notes service.
@ApplicationScoped
class NotesConsumer {
    private final BatchConsumption consumption;
    private final ConversationStore store;

    NotesConsumer(BatchConsumption consumption, ConversationStore store) {
        this.consumption = consumption;
        this.store = store;
    }

    @Incoming("notes")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumption.consume(records, WireFormat.NOTES, store::handleNotes);
    }
}
