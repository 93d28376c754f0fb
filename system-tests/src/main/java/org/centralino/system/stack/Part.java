package org.centralino.system.stack;

import java.util.List;
import java.util.Locale;

/// A process of the product.
public enum Part {
    GATEWAY,
    CONVERSATION,
    ASSIGNMENT,
    NOTES,
    OUTBOUND,
    SIMULATOR,
    KEYCLOAK,
    KAFKA,
    POSTGRES;

    /// Those that a fault may end at any time without harm: what we wrote, and what it stands on.
    public static final List<Part> MORTAL =
            List.of(GATEWAY, CONVERSATION, ASSIGNMENT, NOTES, OUTBOUND, KAFKA, POSTGRES);

    /// What we wrote ourselves.
    public static final List<Part> SERVICES = List.of(GATEWAY, CONVERSATION, ASSIGNMENT, NOTES, OUTBOUND);

    /// @return its name in commands and paths
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
