package org.centralino.assignment.directory.domain;

import java.util.UUID;
import org.centralino.events.Person;

/// Somebody to whom a conversation is to be given, as Keycloak knows him at that moment.
public sealed interface Colleague {

    /// @return who it is
    UUID id();

    /// He may reply to customers, so he may answer for a conversation.
    record Able(Person person) implements Colleague {
        @Override
        public UUID id() {
            return person.id();
        }
    }

    /// He may not reply to customers.
    record Viewing(Person person) implements Colleague {
        @Override
        public UUID id() {
            return person.id();
        }
    }

    /// He cannot sign in any more.
    record Disabled(Person person) implements Colleague {
        @Override
        public UUID id() {
            return person.id();
        }
    }

    /// Nobody with this id has signed in here, or he was deleted since.
    record Unknown(UUID id) implements Colleague {}
}
