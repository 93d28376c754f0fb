package org.centralino.events;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An operator, as named at the time of the event.
///
/// @param id the Keycloak subject
/// @param name the full name that colleagues see
public record Person(UUID id, String name) {
    public Person {
        Objects.requireNonNull(id, "id");
    }

    /// @return whether both are the same operator, whatever their names were at the time
    public boolean is(@Nullable Person other) {
        return other != null && id.equals(other.id);
    }
}
