package org.centralino.kit.once;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// An event that this service has handled: written in the transaction of the work, so that it is handled
/// once.
@Entity
@Table(name = "handled_event")
class HandledEventRow {
    @Id
    @Column(name = "event_id")
    String eventId;

    HandledEventRow() {}

    HandledEventRow(String eventId) {
        this.eventId = eventId;
    }
}
