package org.centralino.conversation.thread;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.events.ConversationState;
import org.centralino.events.ConversationState.Contact;
import org.centralino.events.Person;

@Entity
@Table(name = "conversation")
class ConversationRow {
    @Id
    UUID id;

    @Column(name = "phone_number_id")
    String phoneNumberId;

    @Column(name = "contact_id")
    UUID contactId;

    long version;

    @Enumerated(EnumType.STRING)
    ConversationState.Status status;

    long epoch;

    @Column(name = "assignee_id")
    UUID assigneeId;

    @Column(name = "assignee_name")
    String assigneeName;

    @Column(name = "last_sequence")
    long lastSequence;

    @Column(name = "window_expires_at")
    Instant windowExpiresAt;

    @Column(name = "waiting_since")
    Instant waitingSince;

    @Column(name = "last_activity_at")
    Instant lastActivityAt;

    @Column(name = "created_at")
    Instant createdAt;

    static ConversationRow of(Conversation conversation) {
        var row = new ConversationRow();
        row.id = conversation.id();
        row.phoneNumberId = conversation.state().phoneNumberId();
        row.contactId = conversation.state().contact().id();
        row.createdAt = conversation.state().createdAt();
        row.take(conversation.state());
        return row;
    }

    void take(ConversationState state) {
        version = state.version();
        status = state.status();
        epoch = state.epoch();
        assigneeId = state.assignee() == null ? null : state.assignee().id();
        assigneeName = state.assignee() == null ? null : state.assignee().name();
        lastSequence = state.lastSequence();
        windowExpiresAt = state.windowExpiresAt();
        waitingSince = state.waitingSince();
        lastActivityAt = state.lastActivityAt();
    }

    Person assignee() {
        return assigneeId == null ? null : new Person(assigneeId, assigneeName);
    }

    Conversation conversation(Contact contact) {
        return new Conversation(
                id,
                new ConversationState(
                        version,
                        phoneNumberId,
                        contact,
                        status,
                        epoch,
                        assignee(),
                        lastSequence,
                        windowExpiresAt,
                        waitingSince,
                        lastActivityAt,
                        createdAt));
    }
}
