package org.centralino.outbound.upload;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.centralino.kit.pruning.PruningRule;

/// How long it is remembered what the platform calls a file: as long as it has it.
class UploadRetention {
    @Produces
    @Singleton
    static PruningRule settledLongAgo() {
        return new PruningRule("media_upload", "settled_at < now() - interval '30 days'");
    }
}
