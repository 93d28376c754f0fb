package org.centralino.notes.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.centralino.events.Person;

/// A conversation and who holds it. The row is also what changes of its notes queue up for, so that their
/// events keep an order.
@Entity
@Table(name = "conversation")
class ConversationRow {
    @Id
    UUID id;

    long epoch;

    @Column(name = "assignee_id")
    UUID assigneeId;

    @Column(name = "assignee_name")
    String assigneeName;

    ConversationRow() {}

    Conversation toDomain() {
        return new Conversation(id, assigneeId == null ? null : new Person(assigneeId, assigneeName));
    }
}
