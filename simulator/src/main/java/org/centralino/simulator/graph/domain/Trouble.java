package org.centralino.simulator.graph.domain;

import java.util.Optional;
import java.util.Set;
import org.centralino.simulator.platform.domain.Fault;

/// Which fault a send meets.
public final class Trouble {
    private static final int ONE_IN = 5;
    private static final int SERVER_ERRORS_AHEAD = 2;

    private Trouble() {}

    /// @param faults those that are on
    /// @param send the how-manieth send it is, from 1
    public static Optional<Fault> of(Set<Fault> faults, long send) {
        if (faults.contains(Fault.TOKEN_EXPIRED)) {
            return Optional.of(Fault.TOKEN_EXPIRED);
        }
        if (faults.contains(Fault.REFUSED)) {
            return Optional.of(Fault.REFUSED);
        }
        if (faults.contains(Fault.TOO_MANY_REQUESTS) && send % ONE_IN == 0) {
            return Optional.of(Fault.TOO_MANY_REQUESTS);
        }
        if (faults.contains(Fault.SERVER_ERRORS) && (send + SERVER_ERRORS_AHEAD) % ONE_IN == 0) {
            return Optional.of(Fault.SERVER_ERRORS);
        }
        if (faults.contains(Fault.RESET_AFTER_ACCEPTANCE)) {
            return Optional.of(Fault.RESET_AFTER_ACCEPTANCE);
        }
        if (faults.contains(Fault.TIMEOUT_AFTER_ACCEPTANCE)) {
            return Optional.of(Fault.TIMEOUT_AFTER_ACCEPTANCE);
        }
        return faults.contains(Fault.HOLD_ANSWERS) ? Optional.of(Fault.HOLD_ANSWERS) : Optional.empty();
    }
}
