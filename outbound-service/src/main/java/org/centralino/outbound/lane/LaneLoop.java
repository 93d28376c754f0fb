package org.centralino.outbound.lane;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/// The one event loop on which lanes are asked and changed.
@Singleton
public class LaneLoop {
    private final Context context;

    public LaneLoop(Vertx vertx) {
        this.context = vertx.getOrCreateContext();
    }

    public Context context() {
        return context;
    }

    public void run(Runnable work) {
        context.runOnContext(_ -> work.run());
    }
}
