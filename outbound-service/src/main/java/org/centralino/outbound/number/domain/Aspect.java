package org.centralino.outbound.number.domain;

import java.util.Optional;
import org.centralino.events.AccountFact;

/// Of what a fact speaks. What is said later of the same replaces what was said before.
public enum Aspect {
    LIMIT,
    THROUGHPUT,
    FLAG,
    NAME,
    RESTRICTIONS,
    BAN,
    CONNECTION,
    REVIEW,
    USERNAME,
    VOLUME_TIER;

    /// @return nothing when it is news that holds for no time, such as that a PIN was changed
    public static Optional<Aspect> of(AccountFact fact) {
        return switch (fact) {
            case AccountFact.Limit _ -> Optional.of(LIMIT);
            case AccountFact.NumberChanged number -> ofNumber(number.event());
            case AccountFact.NameReviewed _ -> Optional.of(NAME);
            case AccountFact.Restricted _ -> Optional.of(RESTRICTIONS);
            case AccountFact.Banned _ -> Optional.of(BAN);
            case AccountFact.ConnectionChanged _ -> Optional.of(CONNECTION);
            case AccountFact.Reviewed _ -> Optional.of(REVIEW);
            case AccountFact.UsernameChanged _ -> Optional.of(USERNAME);
            case AccountFact.VolumeTier _ -> Optional.of(VOLUME_TIER);
            case AccountFact.Violated _,
                    AccountFact.Alerted _,
                    AccountFact.Security _,
                    AccountFact.TemplateChanged _,
                    AccountFact.Other _ -> Optional.empty();
        };
    }

    private static Optional<Aspect> ofNumber(String event) {
        return switch (event) {
            case "THROUGHPUT_UPGRADE" -> Optional.of(THROUGHPUT);
            case "FLAGGED", "UNFLAGGED" -> Optional.of(FLAG);
            default -> Optional.empty();
        };
    }
}
