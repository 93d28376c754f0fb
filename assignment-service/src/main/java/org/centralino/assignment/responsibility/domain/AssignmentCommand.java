package org.centralino.assignment.responsibility.domain;

import java.time.Instant;
import org.centralino.events.Person;

/// What an operator wants to change about who is responsible.
public sealed interface AssignmentCommand {

    /// I answer for it, if nobody else does.
    record Take(Person by, Instant at) implements AssignmentCommand {}

    /// I answer for it, whoever did until now.
    record TakeOver(Person by, Instant at) implements AssignmentCommand {}

    /// Somebody else answers for it, whoever did until now.
    record Assign(Person to, Person by, Instant at) implements AssignmentCommand {}

    /// Nobody answers for it any more.
    ///
    /// @param forOthers whether `by` may also release what somebody else holds
    record Release(Person by, boolean forOthers, Instant at) implements AssignmentCommand {}
}
