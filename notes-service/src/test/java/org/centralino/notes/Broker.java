package org.centralino.notes;

import java.util.List;
import java.util.UUID;
import org.centralino.events.NoteEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.testkit.Neighbours;

/// What the conversation and the assignment service tell this one, and what this one told.
public final class Broker extends Neighbours {
    /// @return what this service has told about the conversation, as soon as there are so many events
    public List<NoteEvent> told(UUID conversation, int atLeast) {
        return told(Topics.NOTES, WireFormat.NOTES, conversation, atLeast);
    }
}
