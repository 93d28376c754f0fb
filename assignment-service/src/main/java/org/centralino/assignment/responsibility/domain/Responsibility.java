package org.centralino.assignment.responsibility.domain;

import static org.centralino.kit.Decision.accepted;
import static org.centralino.kit.Decision.nothing;
import static org.centralino.kit.Decision.rejected;

import java.time.Instant;
import java.util.UUID;
import org.centralino.assignment.directory.domain.Colleague;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.Assign;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.Release;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.Take;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.TakeOver;
import org.centralino.events.Access;
import org.centralino.events.AssignmentEvent.Assigned;
import org.centralino.events.AssignmentEvent.Released;
import org.centralino.events.AssignmentEvent.ResponderChanged;
import org.centralino.events.AssignmentEvent.Taken;
import org.centralino.events.AssignmentEvent.TakenOver;
import org.centralino.events.Person;
import org.centralino.kit.Decision;
import org.jspecify.annotations.Nullable;

/// Who answers for a conversation.
///
/// @param access to whom the conversation is visible
/// @param epoch how often the holder has changed; every change raises it by one
/// @param holder who it is; null when it is nobody
/// @param since since when it is so
public record Responsibility(
        UUID conversationId,
        Access access,
        long epoch,
        @Nullable Person holder,
        Instant since) {

    public Decision<ResponderChanged, Refusal> decide(AssignmentCommand command) {
        return holder == null ? whenNobodyHoldsIt(command) : whenHeldBy(holder, command);
    }

    private Decision<ResponderChanged, Refusal> whenNobodyHoldsIt(AssignmentCommand command) {
        return switch (command) {
            case Take(var by, var at) -> accepted(taken(by, at));
            case TakeOver(var by, var at) -> accepted(taken(by, at));
            case Assign assign -> give(assign);
            case Release _ -> nothing();
        };
    }

    private Decision<ResponderChanged, Refusal> whenHeldBy(Person holder, AssignmentCommand command) {
        return switch (command) {
            case Take take when holder.is(take.by()) -> nothing();
            case Take _ -> rejected(new Refusal.HeldByAnother(holder, epoch));
            case TakeOver over when holder.is(over.by()) -> nothing();
            case TakeOver(var by, var at) ->
                accepted(new TakenOver(conversationId, access.heldBy(by), epoch + 1, by, holder, at));
            case Assign assign when holder.id().equals(assign.to().id()) -> nothing();
            case Assign assign
            when !holder.is(assign.by()) && !assign.mayTakeOver() -> rejected(new Refusal.NeedsTakeOver());
            case Assign assign -> give(assign);
            case Release release
            when !holder.is(release.by()) && !release.mayTakeOver() -> rejected(new Refusal.NeedsTakeOver());
            case Release release ->
                accepted(new Released(
                        conversationId, access.heldBy(null), epoch + 1, holder, release.by(), release.at()));
        };
    }

    private Decision<ResponderChanged, Refusal> give(Assign assign) {
        return switch (assign.to()) {
            case Colleague.Able(var to) ->
                accepted(new Assigned(
                        conversationId, access.heldBy(to), epoch + 1, to, assign.by(), holder, assign.at()));
            case Colleague.Viewing(var colleague) -> rejected(new Refusal.MayNotReply(colleague));
            case Colleague.Disabled(var colleague) -> rejected(new Refusal.IsDisabled(colleague));
            case Colleague.Unknown(var colleague) -> rejected(new Refusal.IsUnknown(colleague));
        };
    }

    public Responsibility after(ResponderChanged event) {
        return new Responsibility(
                conversationId, access.heldBy(event.operator()), event.epoch(), event.operator(), event.at());
    }

    private Taken taken(Person by, Instant at) {
        return new Taken(conversationId, access.heldBy(by), epoch + 1, by, at);
    }
}
