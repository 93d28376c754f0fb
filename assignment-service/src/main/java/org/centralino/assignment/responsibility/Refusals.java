package org.centralino.assignment.responsibility;

import org.centralino.assignment.responsibility.domain.Refusal;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;

/// How refusals are told to clients.
final class Refusals {
    private Refusals() {}

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.HeldByAnother(var holder, var epoch) -> Problem.heldByAnother(holder, epoch);
            case Refusal.NeedsTakeOver() -> Problem.notAllowed(Permission.TAKE_OVER);
            case Refusal.MayNotReply(var colleague) ->
                Problem.of(
                                422,
                                "operator-may-not-reply",
                                "This operator may not reply to customers",
                                "%s would hold the conversation and could not answer. Choose somebody else, or have the role changed first."
                                        .formatted(colleague.name()))
                        .with("operator", colleague);
            case Refusal.IsDisabled(var colleague) ->
                Problem.of(
                                422,
                                "operator-disabled",
                                "This operator cannot sign in any more",
                                "%s is disabled. Choose somebody else, or have the account enabled first."
                                        .formatted(colleague.name()))
                        .with("operator", colleague);
            case Refusal.IsUnknown(var colleague) ->
                Problem.of(
                                422,
                                "operator-unknown",
                                "This operator is not known",
                                "Nobody with this id has signed in yet. Ask the colleague to sign in once.")
                        .with("operatorId", colleague);
        };
    }
}
