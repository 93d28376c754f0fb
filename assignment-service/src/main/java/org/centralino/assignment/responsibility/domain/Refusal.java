package org.centralino.assignment.responsibility.domain;

import java.util.UUID;
import org.centralino.events.Person;

/// Why a responsibility stays as it is.
public sealed interface Refusal {

    /// @param holder who was first
    /// @param epoch since which change
    record HeldByAnother(Person holder, long epoch) implements Refusal {}

    /// What somebody else holds is given back, or given away, only by those who may take it over.
    record NeedsTakeOver() implements Refusal {}

    /// The colleague may not reply to customers.
    record MayNotReply(Person colleague) implements Refusal {}

    /// The colleague cannot sign in any more.
    record IsDisabled(Person colleague) implements Refusal {}

    /// The colleague has never signed in, or was deleted.
    record IsUnknown(UUID colleague) implements Refusal {}
}
