package org.centralino.assignment.responsibility.domain;

import org.centralino.events.Person;

/// Why a responsibility stays as it is.
public sealed interface Refusal {

    /// @param holder who was first
    /// @param epoch since which change
    record HeldByAnother(Person holder, long epoch) implements Refusal {}

    /// Only the holder may give back what he holds, and who may assign.
    record NotTheHolder() implements Refusal {}
}
