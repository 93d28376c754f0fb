package org.centralino.outbound.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageStatusChanged;
import org.centralino.events.ConversationEvent.Opened;
import org.centralino.events.ConversationEvent.Reopened;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.ConversationEvent.Resolved;
import org.centralino.events.ConversationEvent.Unrecognised;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.BatchConsumption;
import org.centralino.kit.kafka.Received;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Hears which replies are to be sent.
@ApplicationScoped
class ConversationConsumer {
    private final BatchConsumption consumption;
    private final DispatchStore store;
    private final Dispatcher dispatcher;

    ConversationConsumer(BatchConsumption consumption, DispatchStore store, Dispatcher dispatcher) {
        this.consumption = consumption;
        this.store = store;
        this.dispatcher = dispatcher;
    }

    @Incoming("conversation")
    Flow.Subscriber<Message<ConsumerRecords<String, byte[]>>> polls() {
        return consumption.of(WireFormat.CONVERSATION, this::record);
    }

    private Uni<Void> record(List<Received<ConversationEvent>> events) {
        var replies = events.stream().flatMap(ConversationConsumer::replies).toList();
        return replies.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.record(replies).invoke(dispatcher::wake);
    }

    private static Stream<ReplyQueued> replies(Received<ConversationEvent> received) {
        return switch (received.event()) {
            case ReplyQueued reply -> Stream.of(reply);
            case Opened _, MessageReceived _, MessageStatusChanged _, Resolved _, Reopened _, Unrecognised _ ->
                Stream.empty();
        };
    }
}
