package org.centralino.conversation.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.centralino.events.NoteEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.kafka.Consumption;

/// Hears that notes were written; their text stays with the notes service.
@ApplicationScoped
class NotesHistory {
    @Produces
    @Singleton
    static Consumption<NoteEvent> notes(Database database) {
        return Consumption.of(Topics.NOTES, WireFormat.NOTES).by(events -> database.write(History.ofNotes(events)));
    }
}
