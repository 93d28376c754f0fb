package org.centralino.conversation.thread;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.BatchConsumption;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

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
    Flow.Subscriber<Message<ConsumerRecords<String, byte[]>>> polls() {
        return consumption.of(WireFormat.NOTES, store::handleNotes);
    }
}
