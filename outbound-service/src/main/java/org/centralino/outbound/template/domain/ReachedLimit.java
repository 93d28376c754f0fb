package org.centralino.outbound.template.domain;

import java.util.Optional;
import org.centralino.events.PlatformError;

/// A limit of the platform for templates that a refusal shows to be reached (fact sheet, sections 10.2 and 12.2).
public enum ReachedLimit {
    /// An account may make a hundred within an hour, and be called so often.
    TOO_MANY_NOW,
    /// The account has as many as it may have.
    ACCOUNT_FULL,
    /// The name of an approved one that was deleted is blocked for 30 days.
    NAME_BLOCKED,
    /// An approved one may be changed once in 24 hours, and ten times in 30 days.
    CHANGED_LATELY;

    private static final int INVALID_PARAMETER = 100;

    /// The platform has no code of its own for what was changed too often. So that is what it comes to when it says
    /// nothing more precise of the change of one that it has approved.
    ///
    /// @param changesApproved whether it is about the change of an approved one
    /// @return the limit; nothing when the refusal is about something else
    public static Optional<ReachedLimit> of(PlatformError error, boolean changesApproved) {
        return switch (error.code()) {
            case 4, 613, 80007, 80008, 80012 -> Optional.of(TOO_MANY_NOW);
            case 2388019 -> Optional.of(ACCOUNT_FULL);
            case 2388023 -> Optional.of(NAME_BLOCKED);
            case INVALID_PARAMETER -> changesApproved ? Optional.of(CHANGED_LATELY) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
