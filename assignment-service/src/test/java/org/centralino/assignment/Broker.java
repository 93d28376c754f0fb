package org.centralino.assignment;

import java.util.List;
import java.util.UUID;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.testkit.Neighbours;

/// What the conversation service tells this one, and what this one told.
public final class Broker extends Neighbours {
    /// @return what this service has told about the conversation, as soon as there are so many events
    public List<AssignmentEvent> told(UUID conversation, int atLeast) {
        return told(Topics.ASSIGNMENT, WireFormat.ASSIGNMENT, conversation, atLeast);
    }
}
