package org.centralino.conversation.history;

import java.util.UUID;
import org.centralino.events.Person;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who did it: every act has an author.
///
/// @param kind `operator`, `customer` or `system`
/// @param id the operator, if it was one
/// @param name how to call him
public record Actor(
        @Schema(enumeration = {"customer", "operator", "system"})
        String kind,

        @Nullable UUID id,
        String name) {
    static final Actor SYSTEM = new Actor("system", null, "Centralino");

    static Actor operator(Person person) {
        return new Actor("operator", person.id(), person.name());
    }

    static Actor customer(String name) {
        return new Actor("customer", null, name);
    }
}
