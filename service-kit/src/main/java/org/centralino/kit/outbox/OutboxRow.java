package org.centralino.kit.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/// An event that waits for its way to Kafka.
@Entity
@Table(name = "outbox")
class OutboxRow {
    @Id
    @Column(name = "event_id")
    UUID eventId;

    String topic;
    String key;
    String type;
    String payload;

    OutboxRow() {}

    OutboxRow(UUID eventId, String topic, String key, String type, String payload) {
        this.eventId = eventId;
        this.topic = topic;
        this.key = key;
        this.type = type;
        this.payload = payload;
    }
}
