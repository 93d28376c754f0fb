package org.centralino.gateway.live.domain;

import java.util.UUID;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.AssignmentEvent.ResponderChanged;
import org.centralino.events.ConversationEvent;
import org.centralino.events.Event;
import org.centralino.events.NoteEvent;
import org.centralino.events.OutboundEvent;
import org.centralino.events.Person;
import org.centralino.events.WhatsAppEvent;

/// Who may see an event. It is decided by who was responsible at that moment, which every event carries, so
/// it needs no look-up.
public sealed interface Sight {

    /// What one operator gets to see of an event.
    enum Verdict {
        SHOWN,
        /// The conversation was his to see until now. He learns that it is gone, and nothing more.
        GONE,
        HIDDEN
    }

    Verdict of(Viewer viewer);

    /// Something happened in a conversation.
    record InConversation(Person assignee) implements Sight {
        @Override
        public Verdict of(Viewer viewer) {
            return viewer.visibility().covers(assignee) ? Verdict.SHOWN : Verdict.HIDDEN;
        }
    }

    /// An internal note.
    record InNotes(Person assignee) implements Sight {
        @Override
        public Verdict of(Viewer viewer) {
            return viewer.readsNotes() && viewer.visibility().covers(assignee) ? Verdict.SHOWN : Verdict.HIDDEN;
        }
    }

    /// Somebody else became responsible.
    record OfResponder(UUID conversationId, Person now, Person before) implements Sight {
        @Override
        public Verdict of(Viewer viewer) {
            if (viewer.visibility().covers(now)) {
                return Verdict.SHOWN;
            }
            return viewer.visibility().covers(before) ? Verdict.GONE : Verdict.HIDDEN;
        }
    }

    /// Nothing for operators.
    record Nobodys() implements Sight {
        @Override
        public Verdict of(Viewer viewer) {
            return Verdict.HIDDEN;
        }
    }

    static Sight on(Event event) {
        return switch (event) {
            case ConversationEvent.Recorded recorded ->
                new InConversation(recorded.conversation().assignee());
            case ResponderChanged changed ->
                new OfResponder(changed.conversationId(), changed.operator(), changed.previous());
            case NoteEvent.Changed note -> new InNotes(note.assignee());
            case ConversationEvent.Unrecognised _,
                    AssignmentEvent.Unrecognised _,
                    NoteEvent.Unrecognised _,
                    OutboundEvent _,
                    WhatsAppEvent _ -> new Nobodys();
        };
    }
}
