package org.centralino.notes.conversation;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.kit.conversation.KnownConversations;
import org.centralino.kit.kafka.Consumption;

/// Hears which conversations there are and who holds them. Two topics tell the holder, in no order between
/// them: the later epoch is right.
class ConversationConsumer {

    @Produces
    @Singleton
    Consumption<ConversationEvent> conversations(KnownConversations known) {
        return known.fromConversations();
    }

    @Produces
    @Singleton
    Consumption<AssignmentEvent> assignments(KnownConversations known) {
        return known.fromAssignments();
    }
}
