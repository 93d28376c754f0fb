package org.centralino.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is responsible for a conversation. Published by the assignment service on [Topics#ASSIGNMENT], keyed
/// by the conversation. The epoch rises by one with each event of a conversation, so the order can be
/// proved.
public sealed interface AssignmentEvent extends Event {

    /// An operator took a conversation that nobody held.
    ///
    /// @param operator who holds it from now on
    @WireName("assignment.taken.v1")
    record Taken(UUID conversationId, @Nullable Access access, long epoch, Person operator, Instant at)
            implements ResponderChanged {
        @Override
        public @Nullable Person previous() {
            return null;
        }

        @Override
        public Person by() {
            return operator;
        }
    }

    /// Somebody gave the conversation to an operator.
    ///
    /// @param operator who holds it from now on
    /// @param by who decided it
    /// @param previous who held it before; null when nobody did
    @WireName("assignment.assigned.v1")
    record Assigned(
            UUID conversationId,
            @Nullable Access access,
            long epoch,
            Person operator,
            Person by,
            @Nullable Person previous,
            Instant at)
            implements ResponderChanged {}

    /// An operator took the conversation away from the one who held it.
    ///
    /// @param operator who holds it from now on
    /// @param previous who held it until now
    @WireName("assignment.taken-over.v1")
    record TakenOver(
            UUID conversationId, @Nullable Access access, long epoch, Person operator, Person previous, Instant at)
            implements ResponderChanged {
        @Override
        public Person by() {
            return operator;
        }
    }

    /// The conversation was given back: nobody holds it now.
    ///
    /// @param previous who held it until now
    /// @param by who decided it
    @WireName("assignment.released.v1")
    record Released(UUID conversationId, @Nullable Access access, long epoch, Person previous, Person by, Instant at)
            implements ResponderChanged {
        @Override
        public @Nullable Person operator() {
            return null;
        }
    }

    /// A type that this version does not know.
    record Unrecognised(String type) implements AssignmentEvent {}

    /// What every change of the responder says.
    sealed interface ResponderChanged extends AssignmentEvent, InConversation {
        /// How many changes of the responder there were, this one included.
        long epoch();

        /// Who holds it from now on; null when nobody does.
        @Nullable
        Person operator();

        /// Who held it until now; null when nobody did.
        @Nullable
        Person previous();

        /// Who caused the change.
        Person by();
    }
}
