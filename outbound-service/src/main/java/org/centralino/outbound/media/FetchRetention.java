package org.centralino.outbound.media;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.centralino.kit.pruning.PruningRule;

/// How long it is remembered that a file was fetched: longer than the topics are kept, so that what
/// is read again is not fetched again.
class FetchRetention {
    @Produces
    @Singleton
    static PruningRule settledLongAgo() {
        return new PruningRule("media_fetch", "settled_at < now() - interval '30 days'");
    }
}
