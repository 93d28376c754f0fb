package org.centralino.assignment.responsibility.domain;

import static org.centralino.kit.Decision.accepted;
import static org.centralino.kit.Decision.nothing;
import static org.centralino.kit.Decision.rejected;

import java.time.Instant;
import java.util.UUID;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.Assign;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.Release;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.Take;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.TakeOver;
import org.centralino.events.AssignmentEvent.Assigned;
import org.centralino.events.AssignmentEvent.Released;
import org.centralino.events.AssignmentEvent.ResponderChanged;
import org.centralino.events.AssignmentEvent.Taken;
import org.centralino.events.AssignmentEvent.TakenOver;
import org.centralino.events.Person;
import org.centralino.kit.Decision;

/// Who answers for a conversation.
///
/// @param epoch how often that has changed; every change raises it by one
/// @param holder who it is, or null when it is nobody
/// @param since since when it is so
public record Responsibility(UUID conversationId, long epoch, Person holder, Instant since) {

    public Decision<ResponderChanged, Refusal> decide(AssignmentCommand command) {
        var next = epoch + 1;
        return switch (command) {
            case Take take when isHeldBy(take.by()) -> nothing();
            case Take _ when isHeld() -> rejected(new Refusal.HeldByAnother(holder, epoch));
            case Take(var by, var at) -> accepted(new Taken(conversationId, next, by, at));

            case TakeOver over when isHeldBy(over.by()) -> nothing();
            case TakeOver over when !isHeld() -> accepted(new Taken(conversationId, next, over.by(), over.at()));
            case TakeOver(var by, var at) -> accepted(new TakenOver(conversationId, next, by, holder, at));

            case Assign assign when isHeldBy(assign.to()) -> nothing();
            case Assign(var to, var by, var at) -> accepted(new Assigned(conversationId, next, to, by, holder, at));

            case Release _ when !isHeld() -> nothing();
            case Release release when !isOpenTo(release) -> rejected(new Refusal.NotTheHolder());
            case Release release -> accepted(new Released(conversationId, next, holder, release.by(), release.at()));
        };
    }

    public Responsibility after(ResponderChanged event) {
        return new Responsibility(conversationId, event.epoch(), event.operator(), event.at());
    }

    public boolean isHeld() {
        return holder != null;
    }

    private boolean isHeldBy(Person operator) {
        return operator.is(holder);
    }

    private boolean isOpenTo(Release release) {
        return release.forOthers() || isHeldBy(release.by());
    }
}
