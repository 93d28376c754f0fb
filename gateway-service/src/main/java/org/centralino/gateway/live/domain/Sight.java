package org.centralino.gateway.live.domain;

import java.util.Optional;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.AssignmentEvent.ResponderChanged;
import org.centralino.events.ChannelEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.Event;
import org.centralino.events.InboxEvent;
import org.centralino.events.NoteEvent;
import org.centralino.events.OutboundEvent;
import org.centralino.events.TemplateEvent;
import org.centralino.events.WhatsAppEvent;

/// Who may see an event. Every event says to whom its conversation was visible at that moment, so it needs no
/// look-up.
public sealed interface Sight {

    /// What one operator gets to see of an event.
    sealed interface Verdict {}

    /// All of it.
    record Shown() implements Verdict {}

    /// The conversation was his to see until now. He learns that it is gone, and nothing more.
    record Gone(UUID conversationId) implements Verdict {}

    /// Nothing.
    record Hidden() implements Verdict {}

    Verdict SHOWN = new Shown();
    Verdict HIDDEN = new Hidden();

    Verdict of(Viewer viewer);

    /// Something happened in a conversation.
    record InConversation(Access access) implements Sight {
        @Override
        public Verdict of(Viewer viewer) {
            return viewer.visibility().covers(access) ? SHOWN : HIDDEN;
        }
    }

    /// An internal note.
    record InNotes(Access access) implements Sight {
        @Override
        public Verdict of(Viewer viewer) {
            return viewer.readsNotes() && viewer.visibility().covers(access) ? SHOWN : HIDDEN;
        }
    }

    /// Somebody else became responsible.
    record OfResponder(UUID conversationId, Access now, Access before) implements Sight {
        @Override
        public Verdict of(Viewer viewer) {
            if (viewer.visibility().covers(now)) {
                return SHOWN;
            }
            return viewer.visibility().covers(before) ? new Gone(conversationId) : HIDDEN;
        }
    }

    /// A template is other than before.
    record OfTemplates() implements Sight {
        @Override
        public Verdict of(Viewer viewer) {
            return viewer.seesTemplates() ? SHOWN : HIDDEN;
        }
    }

    /// A number is new, other than before, or gone.
    record OfNumbers() implements Sight {
        @Override
        public Verdict of(Viewer viewer) {
            return viewer.visibility().any() ? SHOWN : HIDDEN;
        }
    }

    /// Nothing for operators.
    record Nobodys() implements Sight {
        @Override
        public Verdict of(Viewer viewer) {
            return HIDDEN;
        }
    }

    /// Events that were told before events said to whom they are visible are judged by who was responsible.
    static Sight on(Event event) {
        return switch (event) {
            case ConversationEvent.Recorded recorded ->
                new InConversation(Optional.ofNullable(recorded.access())
                        .orElseGet(() -> recorded.conversation().access()));
            case ResponderChanged changed -> {
                var now = Optional.ofNullable(changed.access())
                        .orElseGet(() -> Access.UNKNOWN.heldBy(changed.operator()));
                var before = now.heldBy(changed.previous());
                yield new OfResponder(changed.conversationId(), now, before);
            }
            case NoteEvent.Changed note ->
                new InNotes(Optional.ofNullable(note.access()).orElseGet(() -> Access.UNKNOWN.heldBy(note.assignee())));
            case TemplateEvent.TemplateChanged _, TemplateEvent.TemplateDeleted _ -> new OfTemplates();
            case ChannelEvent.ChannelChanged _, ChannelEvent.ChannelRemoved _ -> new OfNumbers();
            case ConversationEvent.Unrecognised _,
                    AssignmentEvent.Unrecognised _,
                    NoteEvent.Unrecognised _,
                    InboxEvent _,
                    OutboundEvent _,
                    TemplateEvent.Unrecognised _,
                    ChannelEvent.Unrecognised _,
                    WhatsAppEvent _ -> new Nobodys();
        };
    }
}
