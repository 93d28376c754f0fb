package org.centralino.assignment.responsibility;

import org.centralino.assignment.responsibility.domain.Refusal;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;

/// How refusals are told to clients.
final class Refusals {
    private Refusals() {}

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.HeldByAnother(var holder, var epoch) ->
                Problem.of(
                                409,
                                "held-by-another-operator",
                                "Another operator holds this conversation",
                                "%s holds this conversation.".formatted(holder.name()))
                        .with("holder", holder)
                        .with("epoch", epoch);
            case Refusal.NotTheHolder _ -> Problem.notAllowed(Permission.ASSIGN);
        };
    }
}
