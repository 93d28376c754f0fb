package org.centralino.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationState;
import org.centralino.events.Person;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.local.test.Neighbours;

/// What the conversation service tells this one, and what this one told.
public final class Broker extends Neighbours {
    /// A customer wrote for the first time.
    ///
    /// @return the new conversation
    public UUID opensConversation() {
        var conversation = UUID.randomUUID();
        tells(UUID.randomUUID().toString(), opened(conversation, 0, null));
        return conversation;
    }

    public static ConversationEvent.Recorded opened(UUID conversation, long epoch, Person assignee) {
        var now = Instant.parse("2026-11-22T08:00:00Z");
        var contact = new ConversationState.Contact(UUID.randomUUID(), "Giulia Ferri", "+393330000001", null);
        var state = new ConversationState(
                1, "510000000000023", contact, ConversationState.Status.OPEN, epoch, assignee, 0, null, null, now, now);
        return new ConversationEvent.Opened(conversation, now, state);
    }

    public void tells(String id, ConversationEvent.Recorded event) {
        send(Topics.CONVERSATION, event.conversationId().toString(), id, WireFormat.CONVERSATION, event);
    }

    /// @return what this service has told about the conversation, as soon as there are so many events
    public List<AssignmentEvent> told(UUID conversation, int atLeast) {
        return records(Topics.ASSIGNMENT, of(conversation), atLeast).stream()
                .map(found -> WireFormat.ASSIGNMENT.read(header(found, "ce_type"), found.value()))
                .toList();
    }
}
