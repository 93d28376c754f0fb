package org.centralino.notes.note;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.centralino.events.NoteEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.Received;
import org.centralino.kit.restore.Retelling;

/// Hears, after a restore, what this service has told. In normal running it hears nothing of it: the record is its
/// table.
class NotesRetold {

    @Produces
    @Singleton
    Retelling retold(NoteStore store) {
        return Retelling.of(Retelling.Hearing.of(
                "changes of notes",
                Topics.NOTES,
                WireFormat.NOTES,
                events -> store.retold(Received.only(NoteEvent.Changed.class, events))));
    }
}
