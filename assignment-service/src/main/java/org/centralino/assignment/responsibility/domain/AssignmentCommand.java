package org.centralino.assignment.responsibility.domain;

import java.time.Instant;
import org.centralino.assignment.directory.domain.Colleague;
import org.centralino.events.Person;

/// What an operator wants to change about who is responsible.
public sealed interface AssignmentCommand {

    /// I answer for it, if nobody else does.
    record Take(Person by, Instant at) implements AssignmentCommand {}

    /// I answer for it, whoever did until now.
    record TakeOver(Person by, Instant at) implements AssignmentCommand {}

    /// Somebody else answers for it.
    ///
    /// @param mayTakeOver whether `by` may do so with what a third person holds
    record Assign(Colleague to, Person by, boolean mayTakeOver, Instant at) implements AssignmentCommand {}

    /// Nobody answers for it any more.
    ///
    /// @param mayTakeOver whether `by` may do so with what somebody else holds
    record Release(Person by, boolean mayTakeOver, Instant at) implements AssignmentCommand {}
}
