package org.centralino.outbound.number;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.centralino.kit.pruning.PruningRule;

/// How long the platform's words are kept. What holds now is kept as long as it holds.
class ReportRetention {
    @Produces
    @Singleton
    static PruningRule reportedLongAgo() {
        return new PruningRule("account_report", "received_at < now() - interval '90 days'");
    }

    /// It may be about customers: that a message was not understood does not make it stay for ever.
    @Produces
    @Singleton
    static PruningRule notUnderstoodLongAgo() {
        return new PruningRule("unrecognised_part", "received_at < now() - interval '30 days'");
    }
}
