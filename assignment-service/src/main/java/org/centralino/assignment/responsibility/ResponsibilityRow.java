package org.centralino.assignment.responsibility;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.centralino.assignment.responsibility.domain.Responsibility;
import org.centralino.events.Person;

/// Who is responsible for a conversation. The row is also what changes of it queue up for.
@Entity
@Table(name = "assignment")
class ResponsibilityRow {
    @Id
    @Column(name = "conversation_id")
    UUID conversationId;

    long epoch;

    @Column(name = "operator_id")
    UUID operatorId;

    @Column(name = "operator_name")
    String operatorName;

    Instant since;

    ResponsibilityRow() {}

    Responsibility toDomain() {
        var holder = operatorId == null ? null : new Person(operatorId, operatorName);
        return new Responsibility(conversationId, epoch, holder, since);
    }

    void become(Responsibility responsibility) {
        epoch = responsibility.epoch();
        operatorId = responsibility.isHeld() ? responsibility.holder().id() : null;
        operatorName = responsibility.isHeld() ? responsibility.holder().name() : null;
        since = responsibility.since();
    }
}
