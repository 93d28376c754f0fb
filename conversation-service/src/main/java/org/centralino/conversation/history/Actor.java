package org.centralino.conversation.history;

import java.util.UUID;
import org.centralino.events.Person;
import org.centralino.events.Speaker;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who did it: every act has an author.
///
/// @param kind `operator`, `customer`, `system`, or `other`: somebody else who speaks for the business
/// @param id the operator, if it was one
/// @param name how to call him; null for somebody else
/// @param speaker who else speaks for the business
public record Actor(
        @Schema(enumeration = {"customer", "operator", "system", "other"})
        String kind,

        @Nullable UUID id,
        @Nullable String name,
        @Nullable Speaker speaker) {
    private static final String OTHER = "other";
    static final Actor SYSTEM = new Actor("system", null, "Centralino", null);

    static Actor operator(Person person) {
        return new Actor("operator", person.id(), person.name(), null);
    }

    static Actor customer(String name) {
        return new Actor("customer", null, name, null);
    }

    static Actor other(Speaker speaker) {
        return new Actor(OTHER, null, null, speaker);
    }

    /// @param name as it is in the table
    static Actor read(String kind, @Nullable UUID id, @Nullable String name) {
        return kind.equals(OTHER) && name != null ? other(Speaker.valueOf(name)) : new Actor(kind, id, name, null);
    }

    /// @return the name as it is in the table
    @Nullable
    String nameOrWord() {
        return speaker == null ? name : speaker.name();
    }
}
