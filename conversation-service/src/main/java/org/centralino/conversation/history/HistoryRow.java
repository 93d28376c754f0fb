package org.centralino.conversation.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Person;

@Entity
@Table(name = "history_entry")
class HistoryRow {
    @Id
    UUID id;

    @Column(name = "conversation_id")
    UUID conversationId;

    Instant at;
    String kind;

    @Column(name = "actor_kind")
    String actorKind;

    @Column(name = "actor_id")
    UUID actorId;

    @Column(name = "actor_name")
    String actorName;

    @Column(name = "target_id")
    UUID targetId;

    @Column(name = "target_name")
    String targetName;

    @Column(name = "message_id")
    UUID messageId;

    @Column(name = "note_id")
    UUID noteId;

    static HistoryRow of(UUID conversationId, Instant at, String kind, Actor actor) {
        var row = new HistoryRow();
        row.id = UUID.randomUUID();
        row.conversationId = conversationId;
        row.at = at;
        row.kind = kind;
        row.actorKind = actor.kind();
        row.actorId = actor.id();
        row.actorName = actor.name();
        return row;
    }

    HistoryRow about(Person target) {
        targetId = target == null ? null : target.id();
        targetName = target == null ? null : target.name();
        return this;
    }

    HistoryRow message(UUID id) {
        messageId = id;
        return this;
    }

    HistoryRow note(UUID id) {
        noteId = id;
        return this;
    }
}
