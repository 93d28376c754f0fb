package org.centralino.outbound.dispatch;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.centralino.kit.pruning.PruningRule;

/// How long messages that are settled are remembered: longer than the topics are kept, so that nothing that is
/// read again is sent again. A doubt that nobody settled is kept as long.
class DispatchRetention {
    @Produces
    @Singleton
    static PruningRule settledLongAgo() {
        return new PruningRule("dispatch", "settled_at < now() - interval '30 days'");
    }
}
